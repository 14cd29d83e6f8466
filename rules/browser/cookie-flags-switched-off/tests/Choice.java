class Choice {
    Object choose(String theme) {
        // ok: cookie-flags-switched-off
        return ResponseCookie.from("ward-theme", theme).path("/").secure(false).build();
    }
}
