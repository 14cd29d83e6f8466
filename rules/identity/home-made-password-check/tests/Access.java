class Access {
    // ok: home-made-password-check
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();

    boolean mayEnter(Challenge challenge, String code) {
        return encoder.matches(code, challenge.hash());
    }
}
