public class RecordsSeeder
{
    public void Fill(Site site)
    {
        // ok: audit-trail-names-nobody
        site.CreatedBy = "admin";
    }
}
