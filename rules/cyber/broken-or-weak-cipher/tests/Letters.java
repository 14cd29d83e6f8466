class Letters {
    void all() throws Exception {
        // ruleid: broken-or-weak-cipher
        Cipher old = Cipher.getInstance("DESede/CBC/PKCS5Padding");
        // ruleid: broken-or-weak-cipher
        Cipher book = Cipher.getInstance("AES/ECB/PKCS5Padding");
        // ruleid: broken-or-weak-cipher
        Cipher bare = Cipher.getInstance("AES");
        // ruleid: broken-or-weak-cipher
        Signature weak = Signature.getInstance("SHA1withRSA");
        // ruleid: broken-or-weak-cipher
        IvParameterSpec zero = new IvParameterSpec(new byte[16]);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ruleid: broken-or-weak-cipher
        generator.initialize(1024);
        // Who checks an old signature makes none.
        // ok: broken-or-weak-cipher
        Signature partner = Signature.getInstance("SHA1withRSA");
        partner.initVerify(key);
        // The mode of RSA is a name without a meaning.
        Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // Cipher.getInstance("DES") is what it was before.
        IvParameterSpec fresh = new IvParameterSpec(random);
        Signature strong = Signature.getInstance("SHA256withRSA");
        strongGenerator.initialize(3072);
        // ok: broken-or-weak-cipher
        Cipher good = Cipher.getInstance("AES/GCM/NoPadding");
    }
}
