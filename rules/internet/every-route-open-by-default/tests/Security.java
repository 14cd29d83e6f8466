class Security {
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        // review: every-route-open-by-default
        return http.authorizeHttpRequests(r -> r.anyRequest().permitAll()).build();
    }

    SecurityFilterChain older(HttpSecurity http) throws Exception {
        http.authorizeRequests()
            .antMatchers("/admin").hasRole("ADMIN")
            // review: every-route-open-by-default
            .anyRequest()
            .permitAll();
        return http.build();
    }

    SecurityFilterChain closed(HttpSecurity http) throws Exception {
        // ok: every-route-open-by-default
        return http.authorizeHttpRequests(r -> r.requestMatchers("/health").permitAll().anyRequest().authenticated()).build();
    }

    SecurityWebFilterChain reactive(ServerHttpSecurity http) {
        // review: every-route-open-by-default
        return http.authorizeExchange(e -> e.anyExchange().permitAll()).build();
    }
}
