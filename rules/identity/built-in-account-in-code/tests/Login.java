class Login {
    boolean maySignIn(String user, String pass) {
        // ruleid: built-in-account-in-code
        if ("admin".equals(user) && "not-a-real-one".equals(pass)) {
            return true;
        }
        // ok: built-in-account-in-code
        return accounts.find(user).matches(pass);
    }
}
