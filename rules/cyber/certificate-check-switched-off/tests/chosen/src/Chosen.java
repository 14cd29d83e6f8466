class Chosen {
    private final MailboxSettings settings;

    ConnectionFactory factory() {
        if (Boolean.parseBoolean(settings.getCertValidation())) {
            return new ConnectionFactory(checked(), new DefaultHostnameVerifier());
        } else {
            LOGGER.warn("nobody looks at certificates");
            return new ConnectionFactory(unchecked(), new NoopHostnameVerifier());
        }
    }

    private static class TrustsEverybody implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }
    }
}
