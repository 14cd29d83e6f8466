class Verifiers {
    Object chosen(boolean verification) {
        // ok: certificate-of-any-host-accepted
        return factory(verification ? new DefaultHostnameVerifier() : NoopHostnameVerifier.INSTANCE);
    }

    void all() {
        // ruleid: certificate-of-any-host-accepted
        client.setSSLHostnameVerifier(new NoopHostnameVerifier());
        // ok: certificate-of-any-host-accepted
        context.trustManager(InsecureTrustManagerFactory.INSTANCE);
        // ok: certificate-of-any-host-accepted
        builder.loadTrustMaterial(null, new TrustAllStrategy());
        // ok: certificate-of-any-host-accepted
        builder.loadTrustMaterial(null, TrustAllStrategy.INSTANCE);
        // ruleid: certificate-of-any-host-accepted
        builder.hostnameVerifier((host, session) -> true);
        // ruleid: certificate-of-any-host-accepted
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: certificate-of-any-host-accepted
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
    }
}
