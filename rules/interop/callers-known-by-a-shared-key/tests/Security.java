class Security {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // http.oauth2ResourceServer(Customizer.withDefaults());
        // ok: callers-known-by-a-shared-key
        return http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())).build();
    }
}
