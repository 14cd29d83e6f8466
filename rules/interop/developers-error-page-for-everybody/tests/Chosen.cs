public class Chosen
{
    public void Configure(IApplicationBuilder app)
    {
        switch (settings.Place)
        {
            case "desk":
                app.UseSwagger();
                // ok: developers-error-page-for-everybody
                app.UseDeveloperExceptionPage();
                break;
        }
    }
}
