public static class Hosts
{
    public static void Add(IIdentityServerBuilder builder, IWebHostEnvironment env, Settings settings)
    {
        if (!env.IsDevelopment())
        {
            // Where it serves patients.
            // review: tokens-signed-with-developers-key
            builder.AddDeveloperSigningCredential(persistKey: true);
        }
        else
        {
            builder.AddInMemoryClients(settings.Clients);
        }

        if (env.IsDevelopment() || settings.SignForDevelopers)
        {
            // review: tokens-signed-with-developers-key
            builder.AddTemporarySigningCredential();
        }

        if (env.IsProduction())
        {
            // ok: tokens-signed-with-developers-key
            builder.AddSigningCredential(settings.Certificate);
        }
        else
        {
            // Also where it is shown to hospitals.
            // review: tokens-signed-with-developers-key
            builder.AddDeveloperSigningCredential();
        }
    }
}
