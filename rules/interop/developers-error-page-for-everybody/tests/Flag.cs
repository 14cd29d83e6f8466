public class Flag
{
    public void Configure(IApplicationBuilder app)
    {
        if (settings.ShowErrors)
        {
            app.UseSwagger();

            // ok: developers-error-page-for-everybody
            app.UseDeveloperExceptionPage();
        }
    }
}
