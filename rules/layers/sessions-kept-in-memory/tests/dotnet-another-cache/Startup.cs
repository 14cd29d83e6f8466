public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        if (environment.IsDevelopment())
        {
            services.AddDistributedMemoryCache();
        }
        else
        {
            services.AddStackExchangeRedisCache(options => options.Configuration = redis);
        }

        services.AddSession();
    }
}
