public class SignInHandler
{
    public void Handle(HttpContext context, string ticket)
    {
        // ruleid: sign-in-cookie-without-flags
        context.Response.Cookies.Append(".Ward.Ticket", ticket, new CookieOptions() { Path = "/", SameSite = SameSiteMode.Lax });
        // Told by cookie-flags-switched-off.
        // ok: sign-in-cookie-without-flags
        context.Response.Cookies.Append(".Ward.Ticket", ticket, new CookieOptions() { Path = "/", Secure = false });
    }
}
