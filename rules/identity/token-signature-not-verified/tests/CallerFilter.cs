using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Mvc.Filters;

public class CallerFilter : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var header = context.HttpContext.Request.Headers["Authorization"].ToString();
        // var seen = handler.ReadJwtToken(header);
        // ruleid: token-signature-not-verified
        var token = new JwtSecurityTokenHandler().ReadJwtToken(header.Substring(7));
        context.HttpContext.Items["user"] = token.Subject;
    }
}
