public class Startup
{
    public void Configure(IApplicationBuilder app)
    {
        app.UseHsts();
        app.UseEndpoints(endpoints => { endpoints.MapRazorPages(); });
    }
}
