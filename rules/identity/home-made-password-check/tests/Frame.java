class Frame {
    // ok: home-made-password-check
    public boolean checkOrUpdateUserPassword(Component parent, User user, String newPassword) {
        return client.updatePassword(user.getId(), newPassword).isEmpty();
    }
}
