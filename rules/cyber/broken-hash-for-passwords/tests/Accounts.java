import java.security.MessageDigest;

class Accounts {
    byte[] digest(String password) throws Exception {
        // ruleid: broken-hash-for-passwords
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        return digest.digest(password.getBytes());
    }

    byte[] name(byte[] content) throws Exception {
        // ok: broken-hash-for-passwords
        return MessageDigest.getInstance("MD5").digest(content);
    }
}
