using Microsoft.AspNetCore.Builder;

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/sign-in-check", () => "signed in");
app.MapBlazorHub();
app.Run();
