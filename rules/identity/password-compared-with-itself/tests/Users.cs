public class Users
{
    public bool Known(string name, string password)
    {
        // ruleid: password-compared-with-itself
        return all.Any(u => u.Name == name && u.Password == u.Password);
    }

    public bool Checked(string name, string password)
    {
        // ok: password-compared-with-itself
        return all.Any(u => u.Name == name && u.Password == Hash(password));
    }

    public bool Changed(User before, User after)
    {
        // ok: password-compared-with-itself
        return before.Password == after.Password;
    }
}
