public class Startup
{
    public void Configure(Options options)
    {
        // ruleid: cookie-flags-switched-off
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        // ok: cookie-flags-switched-off
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // ruleid: cookie-flags-switched-off
        options.Cookie.HttpOnly = false;
        // ruleid: cookie-flags-switched-off
        Response.Cookies.Append("session", id, new CookieOptions { Path = "/", Secure = false });
        // ruleid: cookie-flags-switched-off
        Response.Cookies.Append("session", id, new CookieOptions() { Path = "/", Secure = false });
    }
}
