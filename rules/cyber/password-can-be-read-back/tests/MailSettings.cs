public class MailSettings
{
    // ok: password-can-be-read-back
    public static string DecryptPassword(string kept)
    {
        return Protector.Open(kept);
    }
}
