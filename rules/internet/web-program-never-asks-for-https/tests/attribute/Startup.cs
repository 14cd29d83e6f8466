public class Startup
{
    public void Configure(IApplicationBuilder app)
    {
        app.UseEndpoints(endpoints => { endpoints.MapControllers(); });
    }
}
