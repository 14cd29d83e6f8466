public interface IFormat
{
    // ok: local-accounts-of-a-framework
    void CheckPassword(string password);
}

public class Format : IFormat
{
    // ok: local-accounts-of-a-framework
    public void CheckPassword(string password) => Asked(password);

    // ok: local-accounts-of-a-framework
    public void Asked(string password) => _rules.CheckPassword(password);
}
