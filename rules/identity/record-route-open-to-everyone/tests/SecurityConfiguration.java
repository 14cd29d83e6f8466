class SecurityConfiguration {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                // ok: record-route-open-to-everyone
                .requestMatchers(HttpMethod.OPTIONS, "/patients/**").permitAll()
                // ok: record-route-open-to-everyone
                .requestMatchers("/actuator/health").permitAll()
                // review: record-route-open-to-everyone
                .requestMatchers("/discharges/**").permitAll()
                // ok: record-route-open-to-everyone
                .requestMatchers("/patients/**").authenticated()
                // ok: record-route-open-to-everyone
                .requestMatchers("/docs/patients/**").permitAll()
                .anyRequest().authenticated())
            .build();
    }
}
