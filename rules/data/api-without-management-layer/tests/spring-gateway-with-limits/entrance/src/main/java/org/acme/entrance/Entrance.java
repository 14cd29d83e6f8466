package org.acme.entrance;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;

public class Entrance {
    RouteLocator routes(RouteLocatorBuilder builder) {
        return builder.routes()
            .route("beds", r -> r.path("/beds/**")
                .filters(f -> f.requestRateLimiter(c -> c.setKeyResolver(byKey())))
                .uri("lb://beds"))
            .build();
    }
}
