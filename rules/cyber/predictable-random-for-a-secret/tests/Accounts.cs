class Accounts
{
    // ruleid: predictable-random-for-a-secret
    string LoginCode = new Random().Next(100000, 999999).ToString();
    // ok: predictable-random-for-a-secret
    byte[] Key = RandomNumberGenerator.GetBytes(32);
}
