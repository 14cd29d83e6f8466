class Cors {
    void map(CorsRegistry registry) {
        // ruleid: every-origin-allowed-in-code
        registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
        // ok: every-origin-allowed-in-code
        registry.addMapping("/**").allowedOrigins("https://clinic.example.org").allowCredentials(true);
    }
    // ruleid: every-origin-allowed-in-code
    @CrossOrigin(originPatterns = "*", allowCredentials = "true")
    void open() {}
    // ok: every-origin-allowed-in-code
    @CrossOrigin(origins = "*")
    void reference() {}
}
