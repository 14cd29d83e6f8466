public class Context
{
    void Build(ModelBuilder model)
    {
        // ruleid: nhs-number-as-key
        model.Entity<Patient>().HasKey(p => p.NhsNumber);
        // ok: nhs-number-as-key
        model.Entity<Patient>().HasIndex(p => p.NhsNumber);
    }
}
