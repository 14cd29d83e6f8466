public class Salted
{
    public byte[] Of(string password)
    {
        using var digest = new HMACSHA512(_salt);
        // ruleid: home-made-password-check
        return digest.ComputeHash(Encoding.UTF8.GetBytes(password));
    }

    public byte[] Of(Stream letter)
    {
        using var digest = new HMACSHA512(_salt);
        // ok: home-made-password-check
        return digest.ComputeHash(letter);
    }
}
