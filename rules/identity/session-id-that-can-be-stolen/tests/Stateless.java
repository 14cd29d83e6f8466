class Stateless {
    void chain(HttpSecurity http) {
        http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // ok: session-id-that-can-be-stolen
        http.sessionManagement(s -> s.sessionFixation().none());
    }
}
