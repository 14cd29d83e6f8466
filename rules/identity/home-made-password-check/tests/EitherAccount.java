class EitherAccount {
    // ruleid: home-made-password-check
    public boolean checkPassword(String typedPassword) {
        byte[] hashed = Digests.sha(typedPassword);
        if (Arrays.equals(hashed, stored)) {
            return true;
        }
        LoginContext context = Contexts.of(getName(), typedPassword);
        return entered(context);
    }
}

class PlainAccount {
    // ruleid: home-made-password-check
    public boolean checkPassword(String typedPassword) {
        return stored.equals(typedPassword);
    }

    private LoginContext context() {
        return null;
    }
}
