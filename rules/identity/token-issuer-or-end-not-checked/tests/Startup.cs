public class Startup
{
    public void Configure(JwtBearerOptions options)
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            // review: token-issuer-or-end-not-checked
            ValidateIssuer = false,
            // ok: token-issuer-or-end-not-checked
            ValidateIssuerSigningKey = true
        };
    }
}
