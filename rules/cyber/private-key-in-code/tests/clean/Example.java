class Example {
    // Published with the examples of tokens.
    static final String KEY = "-----BEGIN PRIVATE KEY-----\n"
        + "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj\n"
        + "-----END PRIVATE KEY-----";
}
