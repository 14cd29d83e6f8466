import java.security.MessageDigest;

class Digests {
    byte[] strong(String password) throws Exception {
        // ok: broken-hash-for-passwords
        return MessageDigest.getInstance("SHA-512").digest(password.getBytes());
    }

    byte[] content(String text) throws Exception {
        // ok: broken-hash-for-passwords
        return MessageDigest.getInstance("MD5").digest(text.getBytes());
    }
}
