class Security {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // return http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())).build();
        return http.build();
    }
}
