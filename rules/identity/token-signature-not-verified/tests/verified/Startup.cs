public static class Startup
{
    public static void Configure(JwtBearerOptions options)
    {
        options.Authority = "https://login.example.nhs.uk";
    }
}
