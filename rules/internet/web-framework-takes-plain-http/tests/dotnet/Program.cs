var app = builder.Build();
app.UseHsts();
app.UseHttpsRedirection();
