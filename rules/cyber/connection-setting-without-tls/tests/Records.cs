class Records
{
    // ruleid: connection-setting-without-tls
    const string Sql = "Server=sql.example.nhs.uk;Database=records;TrustServerCertificate=True";
    // ruleid: connection-setting-without-tls
    const string Plain = "Server=sql.example.nhs.uk;Database=records;Encrypt=False";
    // ruleid: connection-setting-without-tls
    const string MySql = "Server=my.example.nhs.uk;Database=records;SslMode=None";
    // ok: connection-setting-without-tls
    const string Safe = "Server=sql.example.nhs.uk;Database=records;Encrypt=True;TrustServerCertificate=False";
    const string Local = "Server=(localdb)\\mssqllocaldb;Database=records;TrustServerCertificate=True";
    bool Encrypt = false;
}
