class Providers {
    // ok: home-made-password-check
    public boolean verifyPassword(String typedPassword, Member member) {

        Authentication asked = new UsernamePasswordAuthenticationToken(member.name(), typedPassword);

        for (AuthenticationProvider one : providers) {
            if (one.authenticate(asked).isAuthenticated()) {
                return true;
            }
        }
        return false;
    }

    public boolean fits(String stored, String typedPassword) {
        // ruleid: home-made-password-check
        return encoder.isPasswordValid(stored, typedPassword, salt);
    }
}
