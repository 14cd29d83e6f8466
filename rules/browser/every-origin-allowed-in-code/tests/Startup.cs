public class Startup
{
    public void Configure(IApplicationBuilder app, IHostEnvironment env)
    {
        if (env.IsDevelopment())
        {
            // ok: every-origin-allowed-in-code
            app.UseCors(policy => policy.SetIsOriginAllowed(origin => true).AllowAnyHeader().AllowCredentials());
        }
        // ruleid: every-origin-allowed-in-code
        app.UseCors(policy => policy.SetIsOriginAllowed(origin => true).AllowAnyMethod().AllowCredentials());
    }
}
