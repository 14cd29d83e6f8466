public static class Program
{
    public static IHostBuilder Builder(string[] args) => Host.CreateDefaultBuilder(args)
        .ConfigureServices((context, services) =>
        {
            services.AddMicrosoftIdentityWebApiAuthentication(context.Configuration);
            services.AddControllers();
        });
}
