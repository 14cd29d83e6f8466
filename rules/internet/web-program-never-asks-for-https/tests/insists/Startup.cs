public class Startup
{
    public void Configure(IApplicationBuilder app)
    {
        app.UseHttpsRedirection();
        app.UseMvc();
    }
}
