public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // review: uploads-kept-among-public-files
        string store = environment.WebRootPath + "\\" + settings["FileStorageRelativeLocation"];
        // ok: uploads-kept-among-public-files
        string logo = Path.Combine(environment.WebRootPath, "images", "logo.png");
        // ok: uploads-kept-among-public-files
        string uploads = Path.Combine(settings["PrivateStore"], "uploads");
        // string old = environment.WebRootPath + "uploads";
    }
}
