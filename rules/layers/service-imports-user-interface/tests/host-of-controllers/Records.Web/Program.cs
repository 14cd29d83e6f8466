var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);
app.MapGet("/", () => "ok");
app.Run();
