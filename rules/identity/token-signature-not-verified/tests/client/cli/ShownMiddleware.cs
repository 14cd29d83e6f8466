// A server on the user's own computer, to which the sign-in returns.
public class ShownMiddleware : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Console.WriteLine(new JwtSecurityTokenHandler().ReadJwtToken(context.Request.Query["token"]).Subject);
        return next(context);
    }
}
