public class Startup
{
    void Set() { options.RequireHttpsMetadata = true; }
}
