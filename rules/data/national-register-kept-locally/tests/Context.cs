public class Context : DbContext
{
    // review: national-register-kept-locally
    public DbSet<OdsOrganisation> Organisations { get; set; }

    // ok: national-register-kept-locally
    public DbSet<Booking> Bookings { get; set; }
}
