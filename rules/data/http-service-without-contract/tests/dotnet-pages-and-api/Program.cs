var app = WebApplication.Create();
app.MapGet("/api/v1/wards", () => wards);
app.Run();
