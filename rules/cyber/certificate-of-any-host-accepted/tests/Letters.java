class Letters {
    ConnectionFactory other() {
        if (settings.getMailbox() != null) {
            // ruleid: certificate-of-any-host-accepted
            return new ConnectionFactory(checked(), new NoopHostnameVerifier());
        }
        return null;
    }
}
