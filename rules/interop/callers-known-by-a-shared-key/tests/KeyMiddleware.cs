public class KeyMiddleware
{
    private const string ApiKeyHeader = "ApiKey";

    public async Task InvokeAsync(HttpContext context)
    {
        // review: callers-known-by-a-shared-key
        if (!context.Request.Headers.TryGetValue(ApiKeyHeader, out var key) || !_keys.Contains(key))
        {
            context.Response.StatusCode = 401;
            return;
        }
        await _next(context);
    }
}
