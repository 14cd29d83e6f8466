class UsernameToken {
    // Spine and others ask for it so: WS-Security's PasswordDigest.
    String digest(byte[] nonce, String created, String password) throws Exception {
        // ok: broken-hash-for-passwords
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        return encode(sha1.digest(join(nonce, created, password)));
    }
}
