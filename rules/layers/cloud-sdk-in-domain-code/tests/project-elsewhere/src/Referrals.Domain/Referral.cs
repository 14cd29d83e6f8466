namespace Referrals.Domain;

public sealed record Referral(string Ubrn, string NhsNumber)
{
    public bool IsComplete => Ubrn.Length == 12;
}
