public class Authentication
{
    // ruleid: home-made-password-check
    public static bool CheckPassword(User user, string inputPass)
    {
        return ConstantEquals(Hash(inputPass, user.Salt), user.PasswordHash);
    }

    // ok: home-made-password-check
    public static X509Certificate2 Open(string path, string certificatePassword) => new X509Certificate2(path, certificatePassword);

    // ok: home-made-password-check
    public string ThumbnailHash(byte[] page) => ToHex(sha256.ComputeHash(page));
}
