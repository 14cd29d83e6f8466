using System.Security.Cryptography;

public static class Older
{
    public static byte[] A(string password)
    {
        // ruleid: broken-hash-for-passwords
        var hash = SHA1.Create();
        // ruleid: broken-hash-for-passwords
        var one = new MD5CryptoServiceProvider();
        // ruleid: broken-hash-for-passwords
        var two = new SHA1CryptoServiceProvider();
        // ruleid: broken-hash-for-passwords
        var three = new SHA1Managed();
        // ruleid: broken-hash-for-passwords
        var four = MD5.HashData(Encoding.UTF8.GetBytes(password));
        // ruleid: broken-hash-for-passwords
        return SHA1.HashData(Encoding.UTF8.GetBytes(password));
    }

    public static byte[] Name(string fileName)
    {
        // ok: broken-hash-for-passwords
        return MD5.HashData(Encoding.UTF8.GetBytes(fileName));
    }
}
