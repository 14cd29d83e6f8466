using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Mvc.Filters;

public class CheckedFilter : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var raw = context.HttpContext.Request.Headers["Authorization"].ToString().Substring(7);
        var handler = new JwtSecurityTokenHandler();
        // A first look for the key, and the check after it.
        // ok: token-signature-not-verified
        var first = handler.ReadJwtToken(raw);
        handler.ValidateToken(raw, Keys.For(first.Header.Kid), out var checkedToken);
    }
}
