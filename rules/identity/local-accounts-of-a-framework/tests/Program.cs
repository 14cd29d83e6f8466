public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        // review: local-accounts-of-a-framework
        services.AddIdentity<User, Role>().AddEntityFrameworkStores<Store>();
        // ok: local-accounts-of-a-framework
        services.AddAuthentication().AddOpenIdConnect(options => options.Authority = "https://login.example");
    }
}
