import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Client {
    Object open() {
        // ok: certificate-check-switched-off
        return builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }

    Object safe() {
        // ok: certificate-check-switched-off
        return builder.setSSLHostnameVerifier(new DefaultHostnameVerifier());
    }
}
