public class UserStore
{
    public bool Check(User user, string typed)
    {
        return DecryptPassword(user.Password) == typed;
    }

    // public static string DecryptPassword(string old)
    // review: password-can-be-read-back
    public static string DecryptPassword(string kept)
    {
        return Protector.Open(kept);
    }

    // ok: password-can-be-read-back
    public static string HashPassword(string typed)
    {
        return BCrypt.HashPassword(typed);
    }
}
