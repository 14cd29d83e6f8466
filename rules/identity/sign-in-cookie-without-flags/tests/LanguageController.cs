public class LanguageController : Controller
{
    public void Choose(string code)
    {
        // ok: sign-in-cookie-without-flags
        Response.Cookies.Append("code", code, new CookieOptions { Expires = later });
    }
}
