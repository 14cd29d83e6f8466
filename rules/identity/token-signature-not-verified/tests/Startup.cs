public class Startup
{
    public void Configure(JwtBearerOptions options)
    {
        // ok: token-signature-not-verified
        options.Authority = configuration["Issuer"];
        options.TokenValidationParameters = new TokenValidationParameters
        {
            // ok: token-signature-not-verified
            ValidateIssuer = false,
            // ok: token-signature-not-verified
            ValidateIssuerSigningKey = true
        };
    }
}
