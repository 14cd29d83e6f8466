public class Startup
{
    public void Configure(IApplicationBuilder app, IHostingEnvironment env)
    {
        // app.UseDeveloperExceptionPage();
        // ruleid: developers-error-page-for-everybody
        app.UseDeveloperExceptionPage();
        app.UseMvc();
    }
}
