public class After
{
    public void Configure(IApplicationBuilder app)
    {
        if (settings.Compress)
        {
            app.UseResponseCompression();
        }
        app.UseRouting();
        // ruleid: developers-error-page-for-everybody
        app.UseDeveloperExceptionPage();
    }
}
