class Letters {
    ConnectionFactory other() {
        if (settings.getMailbox() != null) {
            // ruleid: certificate-check-switched-off
            return new ConnectionFactory(context(TrustAllStrategy.INSTANCE));
        }
        return null;
    }
}
