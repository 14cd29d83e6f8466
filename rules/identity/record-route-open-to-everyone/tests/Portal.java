class Portal {
    void chain(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests
            // ok: record-route-open-to-everyone
            .requestMatchers("/api/patient-portal/auth/**").permitAll()
            // ok: record-route-open-to-everyone
            .requestMatchers("/ws/patient-portal/chat").permitAll()
            // ok: record-route-open-to-everyone
            .requestMatchers("/api/public/appointments/free").permitAll()
            .anyRequest().authenticated());
    }
}
