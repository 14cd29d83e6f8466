@Profile({"local", "test"})
class Console {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // ok: protective-headers-switched-off
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
        return http.build();
    }
}
