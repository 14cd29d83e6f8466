class Verifiers {
    void all() {
        // ruleid: certificate-check-switched-off
        context.trustManager(InsecureTrustManagerFactory.INSTANCE);
        // ruleid: certificate-check-switched-off
        builder.loadTrustMaterial(null, new TrustAllStrategy());
        // ruleid: certificate-check-switched-off
        builder.loadTrustMaterial(null, TrustAllStrategy.INSTANCE);
        // What one argument of two decides.
        // ok: certificate-check-switched-off
        builder.loadTrustMaterial(null, trusting ? TrustAllStrategy.INSTANCE : null);
    }
}
