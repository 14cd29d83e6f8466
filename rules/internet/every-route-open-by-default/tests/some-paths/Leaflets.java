public class Leaflets {
    SecurityFilterChain leaflets(HttpSecurity http) {
        return http.securityMatcher("/leaflets/**")
            .authorizeHttpRequests(all -> all
                .anyRequest().permitAll())
            .build();
    }
}
