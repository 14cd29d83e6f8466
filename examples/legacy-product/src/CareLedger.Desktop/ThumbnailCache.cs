using System;
using System.IO;
using System.Security.Cryptography;

namespace CareLedger.Desktop
{
    /// <summary>Small pictures of scanned pages, kept by content so that none is made twice.</summary>
    public static class ThumbnailCache
    {
        /// <summary>A name for the file's content in the cache; it protects nothing.</summary>
        public static string NameOf(Stream page)
        {
            using (var sha = SHA256.Create())
            {
                return BitConverter.ToString(sha.ComputeHash(page)).Replace("-", "").ToLowerInvariant() + ".png";
            }
        }
    }
}
