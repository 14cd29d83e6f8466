public static class Named
{
    // ruleid: broken-hash-for-passwords
    public static string HashPasswordMD5(string input, bool old)
    {
        return Own.MD5.Hash(input);
    }

    public static string HashPasswordArgon2(string input)
    {
        return Own.Argon2.Hash(input);
    }
}
