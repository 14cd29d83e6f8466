public class UserCheck
{
    public async Task Invoke(HttpContext context)
    {
        // review: user-taken-from-a-header
        context.Request.Headers.TryGetValue(Names.UserId, out StringValues userId);
        context.Items["user"] = userId;
        // review: user-taken-from-a-header
        var role = context.Request.Headers["X-User-Role"].ToString();
        var agent = context.Request.Headers["User-Agent"].ToString();
        await _next(context);
    }
}
