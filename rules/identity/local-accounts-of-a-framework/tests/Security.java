@Configuration
class Security {
    @Bean
    UserDetailsService users(DataSource records) {
        // review: local-accounts-of-a-framework
        return new JdbcUserDetailsManager(records);
    }

    // ok: local-accounts-of-a-framework
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.oauth2Login(Customizer.withDefaults()).build();
    }
}
