namespace Letters;

public class Store
{
    private const string Folder = @"\\srv-files01\Letters\Outgoing";
    private static readonly string Images = "D:\\PatientImages\\";
}
