public class LoginCookies
{
    public void SignedOut()
    {
        // ok: sign-in-cookie-without-flags
        Response.Cookies.Append("remember", "gone", new CookieOptions { Path = "/" });
        // ruleid: sign-in-cookie-without-flags
        Response.Cookies.Append("remember", token, new CookieOptions { Path = "/" });
    }
}
