builder.Services.AddAuthentication().AddCertificate(options =>
{
    // review: client-certificates-never-revoked
    options.RevocationMode = X509RevocationMode.NoCheck;
});
