public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        // ok: local-accounts-of-a-framework
        services.AddIdentity<User, Role>().AddEntityFrameworkStores<Store>();
        // review: local-accounts-of-a-framework
        services.AddIdentity<User, Role>(options =>
        {
            options.Password.RequiredLength = 12;
        });
        // ok: local-accounts-of-a-framework
        services.AddAuthentication().AddOpenIdConnect(options => options.Authority = "https://login.example");
        // review: local-accounts-of-a-framework
        services.AddDefaultIdentity<User>();
    }
}
