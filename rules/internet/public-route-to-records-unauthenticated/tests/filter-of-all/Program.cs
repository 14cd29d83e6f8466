var app = WebApplication.CreateBuilder(args).Build();
app.UseMiddleware<StaffOnly>();
app.MapControllers();
app.Run();
