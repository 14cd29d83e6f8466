app.UseHsts();
