using System.IdentityModel.Tokens.Jwt;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

public class CallerMiddleware
{
    private readonly RequestDelegate next;

    public async Task InvokeAsync(HttpContext context)
    {
        string raw = context.Request.Headers["X-Token"];
        // ruleid: token-signature-not-verified
        var token = new JwtSecurityToken(raw);
        context.Items["practice"] = token.Issuer;
        await next(context);
    }
}
