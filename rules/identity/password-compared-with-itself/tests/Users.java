class Users {
    boolean known(User user, String token) {
        // ruleid: password-compared-with-itself
        return token.equals(token);
    }

    boolean checked(User user, String token) {
        // ok: password-compared-with-itself
        return user.token.equals(token);
    }
}
