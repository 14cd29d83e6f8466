var builder = WebApplication.CreateBuilder(args);
var host = builder.Configuration["Wards:Host"];
var password = builder.Configuration["Stores:DbPassword"];
