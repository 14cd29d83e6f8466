public class Startup
{
    public async Task Open(Context context, Other other)
    {
        if (context.Database.IsRelational())
        {
            context.Database.Migrate();
        }
        else
        {
            // ok: schema-made-up-at-start
            context.Database.EnsureCreated();
        }
        if (context.Database.IsInMemory())
            // ok: schema-made-up-at-start
            context.Database.EnsureCreated();
        if (!context.Database.IsRelational())
        {
            // ok: schema-made-up-at-start
            await context.Database.EnsureCreatedAsync();
        }
        if (context.Database.IsRelational())
        {
            // ruleid: schema-made-up-at-start
            context.Database.EnsureCreated();
        }
        else
        {
            Seed(context);
        }
        if (context.Database.IsInMemory())
        {
            Seed(context);
        }
        else
        {
            // ruleid: schema-made-up-at-start
            context.Database.EnsureCreated();
        }
        if (context.Database.IsRelational())
            context.Database.Migrate();
        else
            // ok: schema-made-up-at-start
            await context.Database.EnsureCreatedAsync();
        if (!context.Database.IsInMemory())
            // ruleid: schema-made-up-at-start
            context.Database.EnsureCreated();
        if (context.Database.IsRelational())
            // ruleid: schema-made-up-at-start
            context.Database.EnsureCreated();
        if (Settings.Fresh)
        {
            // ruleid: schema-made-up-at-start
            await other.Database.EnsureCreatedAsync();
        }
    }
}
