class Security {
    void old(HttpSecurity http) {
        // ruleid: session-id-that-can-be-stolen
        http.sessionManagement(s -> s.sessionFixation().none());
        // ruleid: session-id-that-can-be-stolen
        http.sessionManagement(s -> s.sessionFixation(SessionFixationConfigurer::none));
        // ruleid: session-id-that-can-be-stolen
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.URL));
        // ok: session-id-that-can-be-stolen
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        // ok: session-id-that-can-be-stolen
        http.sessionManagement(s -> s.sessionFixation().changeSessionId());
        // ok: session-id-that-can-be-stolen
        // http.sessionManagement(s -> s.sessionFixation().none());
    }
}
