public static class Wards
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/wards", () => "wards").WithOpenApi();
        app.MapGet("/wards/{id}", (string id) => id).WithOpenApi();
        app.MapDelete("/beds/{id}", (string id) => id).WithOpenApi();
    }
}
