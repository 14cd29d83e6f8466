using var scope = app.Services.CreateScope();
scope.ServiceProvider.GetRequiredService<WardContext>().Database.Migrate();
