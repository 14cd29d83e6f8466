using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Http;

// The token of the cookie goes on as the caller's, to the authentication that comes next.
public class EndsMiddleware
{
    private static readonly JwtSecurityTokenHandler Reader = new();
    private readonly RequestDelegate next;

    public async Task InvokeAsync(HttpContext context)
    {
        var held = context.Request.Cookies["ward"];
        if (held is not null && HasEnded(held))
        {
            held = await renewal.Renew(context);
        }

        context.Request.Headers.Authorization = $"Bearer {held}";
        await next(context);
    }

    private static bool HasEnded(string held)
    {
        // ok: token-signature-not-verified
        return Reader.ReadToken(held) is not JwtSecurityToken read || read.ValidTo < DateTime.UtcNow;
    }
}
