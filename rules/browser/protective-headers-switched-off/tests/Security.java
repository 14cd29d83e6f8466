class Security {
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    // ruleid: protective-headers-switched-off
    http.headers().frameOptions().disable();
    // ruleid: protective-headers-switched-off
    http.headers(headers -> headers.disable());
    // ruleid: protective-headers-switched-off
    http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
    // ruleid: protective-headers-switched-off
    http.headers(h -> h.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable));
    // http.headers().disable();
    // ok: protective-headers-switched-off
    http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()));
    // ok: protective-headers-switched-off
    http.csrf(csrf -> csrf.disable());
    return http.build();
  }
}
