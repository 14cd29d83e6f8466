class Mailbox {
    private final MailboxSettings settings;

    ConnectionFactory factory() {
        if (Boolean.parseBoolean(settings.getCertValidation())) {
            return new ConnectionFactory(checked(), new DefaultHostnameVerifier());
        } else {
            // ok: certificate-check-switched-off
            return new ConnectionFactory(unchecked(), new NoopHostnameVerifier());
        }
    }

    ConnectionFactory other() {
        if (settings.getMailbox() != null) {
            // ruleid: certificate-check-switched-off
            return new ConnectionFactory(unchecked(), new NoopHostnameVerifier());
        }
        return null;
    }
}
