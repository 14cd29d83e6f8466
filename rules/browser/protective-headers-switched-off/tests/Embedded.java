class Embedded {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // ok: protective-headers-switched-off
        http.headers(h -> h.frameOptions(f -> f.disable()).contentSecurityPolicy(c -> c.policyDirectives("frame-ancestors https://host.example.org")));
        return http.build();
    }
}
