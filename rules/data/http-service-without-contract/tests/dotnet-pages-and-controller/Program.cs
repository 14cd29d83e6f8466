var app = WebApplication.Create();
app.MapControllers();
app.Run();
