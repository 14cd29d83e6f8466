var app = WebApplication.Create();
app.MapGet("/signed-in", () => "yes");
app.Run();
