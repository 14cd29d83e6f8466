public class Startup
{
    public void Configure(JwtBearerOptions options)
    {
        options.Authority = settings.Issuer;
        // review: issuer-asked-in-clear-text
        options.RequireHttpsMetadata = false;
        if (environment.IsDevelopment())
        {
            // ok: issuer-asked-in-clear-text
            options.RequireHttpsMetadata = false;
        }
        // options.RequireHttpsMetadata = false;
        // ok: issuer-asked-in-clear-text
        options.RequireHttpsMetadata = settings.RequireHttps;
    }
}
