class Login {
    void in() { http.sessionManagement(s -> s.sessionFixation().newSession()); }
}