class Login {
    boolean signIn(String name, String password) {
        User user = users.byName(name);
        // ok: password-kept-in-clear
        return user != null && user.getPassword().equals(password);
    }
}
