public class TokenFilter : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var token = context.HttpContext.Request.Headers["Authorization"].ToString();
        var who = new JwtSecurityTokenHandler().ValidateToken(token, Keys.Parameters, out _);
        context.HttpContext.User = who;
    }
}
