using System;
using System.Security.Cryptography;
using System.Text;

namespace CareLedger.Desktop
{
    /// <summary>Turns a user's password into what is kept in the table Users.</summary>
    public static class PasswordHasher
    {
        public static string Hash(string password)
        {
            using (var md5 = MD5.Create())
            {
                byte[] digest = md5.ComputeHash(Encoding.ASCII.GetBytes(password.ToUpper()));
                return BitConverter.ToString(digest).Replace("-", "");
            }
        }
    }
}
