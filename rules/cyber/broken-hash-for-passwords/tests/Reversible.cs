using System.Security.Cryptography;
using System.Text;

public static class Reversible
{
    public static string EncryptPassword(string password)
    {
        var data = Encoding.UTF8.GetBytes(password);
        // ok: broken-hash-for-passwords
        using (var md5 = new MD5CryptoServiceProvider())
        {
            var key = md5.ComputeHash(Encoding.UTF8.GetBytes(Pepper));
            using (var cipher = new TripleDESCryptoServiceProvider() { Key = key, Mode = CipherMode.ECB })
            {
                return Convert.ToBase64String(cipher.CreateEncryptor().TransformFinalBlock(data, 0, data.Length));
            }
        }
    }

    public static byte[] EncryptForLogin(string password)
    {
        // ruleid: broken-hash-for-passwords
        using (var md5 = new MD5CryptoServiceProvider())
        {
            return md5.ComputeHash(Encoding.UTF8.GetBytes(password));
        }
    }

    public static ICryptoTransform Letters(byte[] key)
    {
        return Aes.Create().CreateEncryptor(key, null);
    }
}
