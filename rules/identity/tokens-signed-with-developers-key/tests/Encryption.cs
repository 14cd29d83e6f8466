public static class Encryption
{
    public static void Add(OpenIddictServerBuilder options, Settings settings)
    {
        // ok: tokens-signed-with-developers-key
        options.AddDevelopmentEncryptionCertificate();
        // ok: tokens-signed-with-developers-key
        options.AddEphemeralEncryptionKey();
        // ok: tokens-signed-with-developers-key
        options.AddSigningCertificate(settings.Certificate);
    }
}
