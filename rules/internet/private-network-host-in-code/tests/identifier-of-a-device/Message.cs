public class Message
{
    private readonly Device sender = new() { Root = "2.16.840.1", Extension = "192.168.0.1" };
}
