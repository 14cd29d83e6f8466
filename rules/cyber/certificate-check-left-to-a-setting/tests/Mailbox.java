class Mailbox {
    private final MailboxSettings settings;

    ConnectionFactory factory() {
        if (Boolean.parseBoolean(settings.getCertValidation())) {
            return new ConnectionFactory(checked(), new DefaultHostnameVerifier());
        } else {
            // review: certificate-check-left-to-a-setting
            return new ConnectionFactory(unchecked(), new NoopHostnameVerifier());
        }
    }

    ConnectionFactory other() {
        if (settings.getMailbox() != null) {
            // ok: certificate-check-left-to-a-setting
            return new ConnectionFactory(unchecked(), new NoopHostnameVerifier());
        }
        return null;
    }
}
