class Callback
{
    void All()
    {
        // ruleid: certificate-check-switched-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => { return true; };
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => { return errors == SslPolicyErrors.None; };
    }
}
