public class Startup
{
    public void Configure(AuthenticationBuilder authentication)
    {
        // review: sign-in-of-citizens-by-consumer-account
        authentication.AddGoogle(options => options.ClientId = id);
        // ok: sign-in-of-citizens-by-consumer-account
        authentication.AddGoogleMaps(key);
    }
}
