class Access {
    // ok: home-made-password-check
    private final BCryptPasswordEncoder passwordEncoder = new BCryptPasswordEncoder();

    boolean mayEnter(Challenge challenge, String code) {
        return passwordEncoder.matches(code, challenge.hash());
    }
}
