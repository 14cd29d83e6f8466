public class Startup
{
    public void Configure(Options options)
    {
        // ruleid: cookie-flags-switched-off
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        // ok: cookie-flags-switched-off
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}
