public class Letters
{
    private const string Folder = @"D:\local\letters";
    private const string Pages = @"C:\inetpub\letters";
}
