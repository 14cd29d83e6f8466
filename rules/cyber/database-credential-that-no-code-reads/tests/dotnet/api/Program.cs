var builder = WebApplication.CreateBuilder(args);
var password = builder.Configuration["Stores:DbPassword"];
builder.Build().Run();
