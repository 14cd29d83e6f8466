class TrustEverybody implements X509TrustManager {
    public void checkClientTrusted(X509Certificate[] chain, String type) { }

    // ruleid: certificate-check-switched-off
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        // nothing
    }
}

class TrustOurs implements X509TrustManager {
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        ours.checkServerTrusted(chain, type);
    }
}
