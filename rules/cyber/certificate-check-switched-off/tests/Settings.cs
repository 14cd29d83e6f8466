class Settings
{
    void Configure(bool allowInvalidCertificate)
    {
        if (allowInvalidCertificate)
        {
            // ok: certificate-check-switched-off
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        }

        if (environment.IsDevelopment())
        {
            // ok: certificate-check-switched-off
            handler.ServerCertificateCustomValidationCallback += (m, c, h, e) => true;
        }

        if (!environment.IsDevelopment())
        {
            // ruleid: certificate-check-switched-off
            handler.ServerCertificateCustomValidationCallback += (m, c, h, e) => true;
        }

        if (handler != null)
        {
            // ruleid: certificate-check-switched-off
            handler.ServerCertificateCustomValidationCallback += (m, c, h, e) => true;
        }
    }
}
