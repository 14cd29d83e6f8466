class Letters
{
    void All()
    {
        // ruleid: broken-or-weak-cipher
        using var old = new TripleDESCryptoServiceProvider();
        // ruleid: broken-or-weak-cipher
        using var des = DES.Create();
        using var aes = Aes.Create();
        // ruleid: broken-or-weak-cipher
        aes.Mode = CipherMode.ECB;
        // ruleid: broken-or-weak-cipher
        aes.IV = new byte[16];
        // ruleid: broken-or-weak-cipher
        aes.IV = Encoding.UTF8.GetBytes("0123456789abcdef");
        // ruleid: broken-or-weak-cipher
        using var rsa = RSA.Create(1024);
        aes.IV = header.Take(16).ToArray();
        if (aes.Mode == CipherMode.CBC) { }
        // ok: broken-or-weak-cipher
        using var good = new AesGcm(key, 16);
    }
}
