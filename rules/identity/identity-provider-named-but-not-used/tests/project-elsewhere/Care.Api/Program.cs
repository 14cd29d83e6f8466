var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);
app.MapGet("/patients", () => "[]");
app.Run();
