namespace Letters;

public class Paths
{
    // Where Windows itself and developers' tools stand, documentation forms, and what only looks like a path.
    private const string Shell = @"C:\Windows\System32\cmd.exe";
    private const string Home = "C:\\Users\\Public";
    private const string Form = @"\\server\share";
    private const string Pipe = @"\\.\pipe\docker_engine";
    private const string Escaped = "\\d+\\.\\d+";
    private const string Address = "https://letters.example.nhs.uk/api";
}
