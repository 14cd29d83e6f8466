public static class Signing
{
    public static void Add(OpenIddictServerBuilder options, IWebHostEnvironment env, X509Certificate2 certificate)
    {
        if (!env.IsDevelopment())
        {
            // ok: tokens-signed-with-developers-key
            options.AddSigningCertificate(certificate);
        }
        else
        {
            // ok: tokens-signed-with-developers-key
            options.AddDevelopmentSigningCertificate();
        }

        if (env.IsDevelopment() || env.IsEnvironment("LocalTest"))
        {
            if (certificate == null) { Log.Information("no certificate"); }
            // ok: tokens-signed-with-developers-key
            options.AddEphemeralSigningKey();
        }

#if DEBUG
        // ok: tokens-signed-with-developers-key
        options.AddEphemeralEncryptionKey();
#endif
    }
}
