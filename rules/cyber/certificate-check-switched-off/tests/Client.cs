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
#if DEBUG
        // ok: certificate-check-switched-off
        ServicePointManager.ServerCertificateValidationCallback += (sender, cert, chain, errors) => true;
#endif
        // ruleid: certificate-check-switched-off
        ServicePointManager.ServerCertificateValidationCallback += (sender, cert, chain, errors) => true;
        return handler;
    }
}
