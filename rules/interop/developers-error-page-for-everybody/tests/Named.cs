public class Named
{
    public Named(IHostingEnvironment env)
    {
        settings = new ConfigurationBuilder().AddJsonFile($"appsettings.{env.EnvironmentName}.json").Build();
    }

    public void Configure(IApplicationBuilder app)
    {
        // ruleid: developers-error-page-for-everybody
        app.UseDeveloperExceptionPage();
    }
}
