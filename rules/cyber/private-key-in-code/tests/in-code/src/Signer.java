class Signer {
    static final String KEY = "-----BEGIN RSA PRIVATE KEY-----\n"
        + "RECaQqtkmhLBfXqdy1NGZZ2vdNpez8QotcpFNC0wBe+TgZLmc7VMPENbYFZSbWoQ\n"
        + "-----END RSA PRIVATE KEY-----";
}
