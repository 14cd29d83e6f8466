public class Startup
{
    public void Configure(IIdentityServerBuilder builder, Settings settings)
    {
        if (settings.Certificate == null)
        {
            // review: tokens-signed-with-developers-key
            builder.AddDeveloperSigningCredential();
        }
        if (environment.IsDevelopment())
        {
            // ok: tokens-signed-with-developers-key
            builder.AddDeveloperSigningCredential();
        }
        // builder.AddDeveloperSigningCredential();
        // ok: tokens-signed-with-developers-key
        builder.AddSigningCredential(settings.Certificate);
    }
}
