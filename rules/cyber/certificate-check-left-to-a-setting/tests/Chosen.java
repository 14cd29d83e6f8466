class Chosen {
    Client client(boolean hostnameVerification) {
        // review: certificate-check-left-to-a-setting
        HostnameVerifier verifier = hostnameVerification ? new DefaultHostnameVerifier() : NoopHostnameVerifier.INSTANCE;
        return new Client(verifier);
    }
}
