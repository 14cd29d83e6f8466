using System.Net.Http;

public class Client
{
    public HttpClientHandler Open()
    {
        var handler = new HttpClientHandler();
        // ruleid: certificate-check-switched-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        // ruleid: certificate-check-switched-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ok: certificate-check-switched-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None;
        return handler;
    }
}
