public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddDistributedSqlServerCache(o => o.TableName = "Sessions");
        services.AddSession();
    }
}
