public class Provision
{
    public async Task All()
    {
        await wards.Database.EnsureCreatedAsync();
        await beds.Database.EnsureCreatedAsync();
        await staff.Database.EnsureDeletedAsync();
    }
}
