builder.Services.AddAuthentication().AddCertificate(options =>
{
    // ok: client-certificates-never-revoked
    options.RevocationMode = X509RevocationMode.Online;
});
