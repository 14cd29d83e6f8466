public void ConfigureServices(IServiceCollection services)
{
    // review: session-lasts-for-days
    services.AddSession(options => options.IdleTimeout = TimeSpan.FromDays(1));
    // review: session-lasts-for-days
    services.ConfigureApplicationCookie(options => options.ExpireTimeSpan = TimeSpan.FromHours(72));
    // ok: session-lasts-for-days
    services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20));
    // ok: session-lasts-for-days
    services.AddSession(options => options.IdleTimeout = TimeSpan.FromHours(8));
    // ok: session-lasts-for-days
    services.AddMemoryCache(options => options.ExpirationScanFrequency = TimeSpan.FromDays(1));
}
