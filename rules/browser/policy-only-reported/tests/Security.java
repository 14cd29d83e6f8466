class Security {
  SecurityFilterChain chain(HttpSecurity http) {
    http.headers(headers -> headers
        // review: policy-only-reported
        .contentSecurityPolicy(csp -> csp
            .policyDirectives("default-src 'self'")
            .reportOnly()));
    // ok: policy-only-reported
    http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'self'")));
    return http.build();
  }
}
