class Accounts {
    void signIn(User user) {
        // review: password-written-to-log
        log.debug("user {} typed {}", user.getName(), user.getPassword());
    }
}
