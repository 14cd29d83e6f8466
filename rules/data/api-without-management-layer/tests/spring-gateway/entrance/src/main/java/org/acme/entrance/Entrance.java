package org.acme.entrance;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;

public class Entrance {
    RouteLocator routes(RouteLocatorBuilder builder) {
        return builder.routes()
            .route("beds", r -> r.path("/beds/**")
                .uri("lb://beds"))
            .build();
    }
}
