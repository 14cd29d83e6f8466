class Login {
    boolean signIn(String name, String password) {
        User user = users.byName(name);
        // review: password-may-be-kept-in-clear
        return user != null && user.getPassword().equals(password);
    }
}
