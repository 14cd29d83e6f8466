fun open(http: HttpSecurity) = http {
    authorizeHttpRequests {
        // review: every-route-open-by-default
        authorize(anyRequest, permitAll)
    }
}

fun closed(http: HttpSecurity) = http {
    authorizeHttpRequests {
        authorize("/health", permitAll)
        // ok: every-route-open-by-default
        authorize(anyRequest, authenticated)
    }
}

fun reactive(http: ServerHttpSecurity) {
    // ok: every-route-open-by-default
    http.authorizeExchange { it.anyExchange().authenticated() }
}

fun commented(http: HttpSecurity) {
    // http.authorizeHttpRequests { it.anyRequest().permitAll() }
    http.csrf { it.disable() }
}
