@Profile("local")
class LocalSecurity {
    void chain(HttpSecurity http) {
        // ok: record-route-open-to-everyone
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/patients/**").permitAll());
    }
}
