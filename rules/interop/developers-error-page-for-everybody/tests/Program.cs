var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    // ok: developers-error-page-for-everybody
    app.UseDeveloperExceptionPage();
}
else
{
    // ok: developers-error-page-for-everybody
    app.UseExceptionHandler("/error");
}
