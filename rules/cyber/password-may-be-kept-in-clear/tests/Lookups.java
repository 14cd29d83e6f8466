class Lookups {
    // ok: password-may-be-kept-in-clear
    static final String FIND = "SELECT id, name FROM users WHERE user_name = ?";

    boolean empty(User user) {
        // ok: password-may-be-kept-in-clear
        return user.getPassword() == null || user.getPassword().equals("");
    }
}
