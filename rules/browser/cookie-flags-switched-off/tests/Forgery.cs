public class Forgery
{
    public void Add(IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            // ok: cookie-flags-switched-off
            options.Cookie.HttpOnly = false;
        });
        // ok: cookie-flags-switched-off
        Response.Cookies.Append("theme", "dark", new CookieOptions { Path = "/", Secure = false });
        if (env.IsDevelopment())
        {
            // ok: cookie-flags-switched-off
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        }
        // ok: cookie-flags-switched-off
        Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, new CookieOptions { Secure = false });
    }
}
