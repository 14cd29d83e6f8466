public class Switch
{
    public void Configure(IApplicationBuilder app)
    {
        if (settings.ShowErrors)
        {
            app.UseDeveloperExceptionPage();
        }
        // ok: developers-error-page-for-everybody
        app.UseExceptionHandler("/error");
    }
}
