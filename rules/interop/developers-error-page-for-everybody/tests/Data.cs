public static class Data
{
    public static void Pages(IApplicationBuilder app)
    {
        // ruleid: developers-error-page-for-everybody
        app.UseDatabaseErrorPage();
    }
}
