class Verifiers {
    void all() {
        // ruleid: certificate-check-switched-off
        client.setSSLHostnameVerifier(new NoopHostnameVerifier());
        // ruleid: certificate-check-switched-off
        context.trustManager(InsecureTrustManagerFactory.INSTANCE);
        // ruleid: certificate-check-switched-off
        builder.loadTrustMaterial(null, new TrustAllStrategy());
        // ruleid: certificate-check-switched-off
        builder.loadTrustMaterial(null, TrustAllStrategy.INSTANCE);
        // ruleid: certificate-check-switched-off
        builder.hostnameVerifier((host, session) -> true);
        // ruleid: certificate-check-switched-off
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: certificate-check-switched-off
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
    }
}
