import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Client {
    Object open() {
        // ruleid: certificate-of-any-host-accepted
        return builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }

    Object safe() {
        // ok: certificate-of-any-host-accepted
        return builder.setSSLHostnameVerifier(new DefaultHostnameVerifier());
    }
}
