namespace Records;

public static class StoreKept
{
    // ok: store-credential-in-code
    public static string Wards(string password) => $"Server=records-db;Database=Wards;User Id=wards;Password={password};";
    // ok: store-credential-in-code
    public const string OnThisMachine = "Server=localhost;Database=Wards;User Id=wards;Password=N1ghtShift;";

    public static string FromArguments(string argument)
    {
        // ok: store-credential-in-code
        string mysqlPass = argument.Substring("MySQLPass=".Length).Trim('"');
        return mysqlPass;
    }
}
