public class Program
{
    public static void Main(Context context)
    {
        // ruleid: schema-made-up-at-start
        context.Database.EnsureDeleted();
        // ruleid: schema-made-up-at-start
        context.Database.EnsureCreated();
        // ok: schema-made-up-at-start
        context.Database.Migrate();
    }
}
