var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
var app = builder.Build();
app.UseHttpsRedirection();
app.Use(async (context, next) =>
{
    if (context.Request.Headers["X-Pharmacy-Key"] != builder.Configuration["PharmacyKey"])
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }
    await next();
});
app.MapControllers();
app.Run();
