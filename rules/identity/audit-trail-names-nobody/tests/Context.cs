public class Records : DbContext
{
    public override int SaveChanges()
    {
        // ruleid: audit-trail-names-nobody
        entry.Entity.CreatedBy = "admin";
        // ok: audit-trail-names-nobody
        entry.Entity.CreatedBy = _user.Name;
        // ok: audit-trail-names-nobody
        // entry.Entity.CreatedBy = "admin";
        return base.SaveChanges();
    }
}
