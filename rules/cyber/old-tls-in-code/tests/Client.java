class Client {
    void all() throws Exception {
        // ruleid: old-tls-in-code
        SSLContext old = SSLContext.getInstance("TLSv1.1");
        // ok: old-tls-in-code
        SSLContext good = SSLContext.getInstance("TLSv1.3");
        SSLContext any = SSLContext.getInstance("TLS");
    }
}
