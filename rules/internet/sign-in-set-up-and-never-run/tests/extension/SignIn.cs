public static class SignIn
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration settings)
    {
        services.AddAuthentication(options =>
        {
            options.DefaultScheme = "Bearer";
        });
        return services;
    }
}
