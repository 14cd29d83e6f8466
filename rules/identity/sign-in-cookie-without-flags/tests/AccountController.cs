public class AccountController : Controller
{
    public void Remember(string selector, string token, DateTime later)
    {
        // ruleid: sign-in-cookie-without-flags
        Response.Cookies.Append("remember", selector,
            new Microsoft.AspNetCore.Http.CookieOptions
            {
                Expires = later
            });
        // ok: sign-in-cookie-without-flags
        Response.Cookies.Append("remember", token, new CookieOptions { Expires = later, Secure = true, HttpOnly = true });
        // ok: sign-in-cookie-without-flags
        Response.Cookies.Append("language", "cy", new CookieOptions { Expires = later });
        // Response.Cookies.Append("remember", token, new CookieOptions { Expires = later });
    }
}
