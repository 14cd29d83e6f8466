package referrals;

import java.security.KeyPairGenerator;

class SignerTest {
    private static final String LOCKED = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIIFHDBOBgkqhkiG9w0BBQ0wQTApInventedForThisFixturegdZxyILlcyxcxh
        73Q6VIEDqe50YSDeHXfcByJMQxzniXchK0U/qD4KX80KVIoGO+AsCwzGnJNEeMXF
        MtnLCUpTNFbSY/Rvj+y2u/hZ3rM2PY/FjdYU5mUv5st6Sjni9abXeDSeCGbe1o3r
        pic1HCik/qGIEVYUAg9fQWTn5cyqcs0tQzNHOyt2EuWrRER7a39Boow+VLfh1Lsl
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    @Test
    void signs() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertTrue(new Signer(pair.getPrivate()).sign("referral").length > 0);
    }

    @Test
    void refusesAKeyWithoutItsPassword() {
        assertThrows(LockedKey.class, () -> Signer.of(LOCKED));
    }
}
