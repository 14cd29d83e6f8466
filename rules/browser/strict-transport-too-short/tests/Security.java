class Security {
  void headers(HttpSecurity http) {
    // ruleid: strict-transport-too-short
    http.headers(h -> h.httpStrictTransportSecurity(s -> s.maxAgeInSeconds(600)));
    // ok: strict-transport-too-short
    http.headers(h -> h.httpStrictTransportSecurity(s -> s.maxAgeInSeconds(31536000)));
  }
}
