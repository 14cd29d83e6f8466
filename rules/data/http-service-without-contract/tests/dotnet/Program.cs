var app = WebApplication.Create();
app.MapGet("/wards", () => 1);
app.Run();
