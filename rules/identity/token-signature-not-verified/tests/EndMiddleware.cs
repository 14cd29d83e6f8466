using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Http;

// Whoever brings a token that has not ended is let in: nobody looks at it afterwards.
public class EndMiddleware
{
    private static readonly JwtSecurityTokenHandler Reader = new();
    private readonly RequestDelegate next;

    public async Task InvokeAsync(HttpContext context)
    {
        var held = context.Request.Cookies["ward"];
        if (held is null || HasEnded(held))
        {
            context.Response.StatusCode = 401;
            return;
        }

        await next(context);
    }

    private static bool HasEnded(string held)
    {
        // ruleid: token-signature-not-verified
        return Reader.ReadToken(held) is not JwtSecurityToken read || read.ValidTo < DateTime.UtcNow;
    }
}
