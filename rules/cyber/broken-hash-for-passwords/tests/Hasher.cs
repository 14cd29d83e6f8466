using System.Security.Cryptography;
using System.Text;

public static class Hasher
{
    public static byte[] Store(string password)
    {
        // ruleid: broken-hash-for-passwords
        using (var md5 = MD5.Create())
        {
            return md5.ComputeHash(Encoding.UTF8.GetBytes(password));
        }
    }

    public static byte[] ETag(byte[] body)
    {
        // ok: broken-hash-for-passwords
        using (var md5 = MD5.Create())
        {
            return md5.ComputeHash(body);
        }
    }
}
