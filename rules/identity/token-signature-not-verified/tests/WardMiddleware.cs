using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Http;

// It looks when the token ends, and whose it is as well.
public class WardMiddleware
{
    private static readonly JwtSecurityTokenHandler Reader = new();
    private readonly RequestDelegate next;

    public async Task InvokeAsync(HttpContext context)
    {
        var held = context.Request.Cookies["ward"];
        // ruleid: token-signature-not-verified
        var read = Reader.ReadJwtToken(held);
        if (read.ValidTo > DateTime.UtcNow)
        {
            context.Items["ward"] = read.Claims.First(c => c.Type == "ward").Value;
            context.Request.Headers["Authorization"] = $"Bearer {held}";
        }

        await next(context);
    }
}
