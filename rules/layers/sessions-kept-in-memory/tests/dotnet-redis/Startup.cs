public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddStackExchangeRedisCache(o => o.Configuration = address);
        services.AddSession();
    }
}
