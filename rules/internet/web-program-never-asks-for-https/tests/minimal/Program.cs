var app = WebApplication.CreateBuilder(args).Build();
app.MapControllers();
app.Run();
