public static class Hosted
{
    public static void AddAll(this IServiceCollection services)
    {
        services.AddDistributedCache(options => options.Redis = redis);
        services.AddSession();
        services.AddDistributedMemoryCache();
    }
}
