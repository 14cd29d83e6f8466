class Program
{
    void Build(WebApplicationBuilder builder, WebApplication app)
    {
        // ok: every-route-open-by-default
        builder.Services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        // review: every-route-open-by-default
        app.MapControllers().AllowAnonymous();
        // ok: every-route-open-by-default
        app.MapRazorPages().RequireAuthorization();
        // review: every-route-open-by-default
        services.AddMvc(o => o.Filters.Add(new AllowAnonymousFilter()));
        // ok: every-route-open-by-default
        app.MapGet("/health", () => "fine").AllowAnonymous();
    }
}
