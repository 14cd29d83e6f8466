class DirectoryAccount extends Account {
    // ok: home-made-password-check
    public boolean checkPassword(String typedPassword) {
        LoginContext context = null;
        try {
            context = Contexts.of(new TypedCallback(getName(), typedPassword));
            context.login();
            return true;
        } catch (LoginException e) {
            return false;
        }
    }
}
