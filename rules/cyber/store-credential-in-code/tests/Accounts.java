package records;

class Accounts {
    User first() {
        User user = new User();
        // ok: store-credential-in-code
        user.setPassword("temporary1");
        return user;
    }
}
