public class StartupDevelopment
{
    public void Configure(IApplicationBuilder app)
    {
        // ok: developers-error-page-for-everybody
        app.UseDeveloperExceptionPage();
    }
}
