namespace Records;

public static class Store
{
    // ruleid: store-credential-in-code
    public const string Wards = "Server=records-db;Database=Wards;User Id=wards;Password=N1ghtShift;";
}
