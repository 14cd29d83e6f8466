@Profile("local")
class LocalCors {
    void map(CorsRegistry registry) {
        // ok: every-origin-allowed-in-code
        registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
    }
}
