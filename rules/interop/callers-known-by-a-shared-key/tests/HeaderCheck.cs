public class HeaderCheck
{
    public async Task Invoke(HttpContext context)
    {
        // review: callers-known-by-a-shared-key
        context.Request.Headers.TryGetValue(Names.ApiKey, out StringValues key);
        if (key != _options.Key)
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }
        await _next(context);
    }
}
