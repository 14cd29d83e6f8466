public class Format
{
    // ok: home-made-password-check
    public void CheckPassword(string password)
    {
        if (!Regex.IsMatch(password, Patterns.OfPasswords))
        {
            throw new ArgumentException("too plain");
        }
    }
}
