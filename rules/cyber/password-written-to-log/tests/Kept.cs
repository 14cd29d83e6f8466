public class Kept
{
    public void SignIn(string name, string password)
    {
        // ok: password-written-to-log
        _logger.LogInformation("sign-in of {Name}, password rejected", name);
    }
}
