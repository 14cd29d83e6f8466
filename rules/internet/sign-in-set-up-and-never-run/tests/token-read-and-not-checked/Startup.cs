public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication("Bearer").AddJwtBearer(options => options.Authority = "https://sign-in.example.nhs.uk");
        services.AddMvc();
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseStaticFiles();
        app.UseMvc();
    }
}
