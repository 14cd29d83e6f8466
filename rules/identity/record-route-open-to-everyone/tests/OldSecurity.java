class OldSecurity extends WebSecurityConfigurerAdapter {
    void configure(HttpSecurity http) {
        // review: record-route-open-to-everyone
        http.authorizeRequests().antMatchers(HttpMethod.GET, "/api/prescriptions/**", "/api/sites").permitAll();
        // ok: record-route-open-to-everyone
        http.authorizeRequests().antMatchers("/api/prescriptions/**").hasRole("PRESCRIBER");
        // ok: record-route-open-to-everyone
        // http.authorizeRequests().antMatchers("/api/prescriptions/**").permitAll();
    }
}
