public class Startup
{
    public void Configure(JwtBearerOptions options)
    {
        // review: token-audience-not-checked
        options.TokenValidationParameters.ValidateAudience = false;
        // ok: token-audience-not-checked
        options.TokenValidationParameters.ValidateAudience = true;
    }
}
