public class TokenFilter : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var token = context.HttpContext.Request.Headers["Authorization"].ToString();
        context.HttpContext.Items["user"] = new JwtSecurityTokenHandler().ReadJwtToken(token).Subject;
    }
}
