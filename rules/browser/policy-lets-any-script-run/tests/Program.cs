if (app.Environment.IsDevelopment())
{
    app.Use(async (context, next) =>
    {
        context.Response.Headers.Append("Content-Security-Policy", "script-src 'self' 'unsafe-inline'");
        await next();
    });
}
if (!app.Environment.IsDevelopment())
{
    // ruleid: policy-lets-any-script-run
    app.Use((context, next) => Send(context, next, "script-src 'self' 'unsafe-inline'"));
}
