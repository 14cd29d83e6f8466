using System.Net.Http;

public class Startup
{
    public void Configure(Options options, bool allowInvalidCertificate)
    {
        if (allowInvalidCertificate)
        {
            // review: certificate-check-left-to-a-setting
            options.Handler = new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            };
        }

        if (environment.IsDevelopment())
        {
            // ok: certificate-check-left-to-a-setting
            handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        }

        if (handler != null)
        {
            // ok: certificate-check-left-to-a-setting
            handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        }

        // ok: certificate-check-left-to-a-setting
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
    }
}
