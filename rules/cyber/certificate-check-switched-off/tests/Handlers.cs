class Handlers
{
    void All()
    {
        // ruleid: certificate-check-switched-off
        handler.ServerCertificateCustomValidationCallback += (m, c, h, e) => true;
        // ruleid: certificate-check-switched-off
        var a = new HttpClientHandler { ServerCertificateCustomValidationCallback = (m, c, h, e) => true };
        // ruleid: certificate-check-switched-off
        var b = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
    }
}
