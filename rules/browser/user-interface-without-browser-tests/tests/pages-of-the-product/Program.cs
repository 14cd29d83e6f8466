var app = WebApplication.CreateBuilder(args).Build();
app.MapRazorPages();
app.Run();
