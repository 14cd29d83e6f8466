using Microsoft.AspNetCore.Builder;

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/beds", (Bed bed) => beds.Add(bed));
app.Run();
