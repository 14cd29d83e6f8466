using System.Security.Cryptography;

public static class Shorter
{
    public static byte[] Store(string inputPass, bool old)
    {
        // ruleid: broken-hash-for-passwords
        return MD5.Create().ComputeHash(Encoding.Unicode.GetBytes(inputPass));
    }

    public static byte[] Way(string bypass)
    {
        // ok: broken-hash-for-passwords
        return MD5.Create().ComputeHash(Encoding.Unicode.GetBytes(bypass));
    }
}
