@Configuration
class SecurityConfiguration {
    @Bean
    PasswordEncoder encoder() {
        // ruleid: home-made-password-check
        return new BCryptPasswordEncoder(12);
    }
}
