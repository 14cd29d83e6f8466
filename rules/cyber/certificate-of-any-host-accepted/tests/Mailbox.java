class Mailbox {
    ConnectionFactory factory() {
        if (Boolean.parseBoolean(settings.getCertValidation())) {
            return new ConnectionFactory(checked(), new DefaultHostnameVerifier());
        } else {
            // ok: certificate-of-any-host-accepted
            return new ConnectionFactory(unchecked(), new NoopHostnameVerifier());
        }
    }
}
