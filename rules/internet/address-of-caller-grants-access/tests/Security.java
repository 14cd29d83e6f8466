class Security {
    void configure(HttpSecurity http) throws Exception {
        // review: address-of-caller-grants-access
        http.authorizeRequests().antMatchers("/records/**").access("hasIpAddress('194.72.0.0/16')");
        // review: address-of-caller-grants-access
        if (trustedAddresses.contains(request.getHeader("X-Forwarded-For"))) {
            chain.doFilter(request, response);
        }
        // ok: address-of-caller-grants-access
        http.authorizeRequests().antMatchers("/records/**").hasAuthority("records.read");
    }
}
