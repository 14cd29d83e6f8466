class Mailbox {
    private final MailboxSettings settings;

    ConnectionFactory factory() {
        if (Boolean.parseBoolean(settings.getCertValidation())) {
            return new ConnectionFactory(checked(), new DefaultHostnameVerifier());
        } else {
            return new ConnectionFactory(noValidationContext(), new NoopHostnameVerifier());
        }
    }

    Context noValidationContext() {
        // ok: certificate-check-switched-off
        return builder.loadTrustMaterial(TrustAllStrategy.INSTANCE);
    }
}
