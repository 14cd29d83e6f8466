builder.Services.AddOpenIddict().AddServer(options =>
{
    options.SetTokenEndpointUris("connect/token");
    // review: tokens-signed-with-developers-key
    options.AddDevelopmentSigningCertificate();
    options
        .AllowClientCredentialsFlow()
        // ok: tokens-signed-with-developers-key
        .AddEphemeralEncryptionKey();
});
