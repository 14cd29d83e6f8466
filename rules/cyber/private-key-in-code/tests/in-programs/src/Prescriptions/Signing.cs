namespace Prescriptions;

internal static class Signing
{
    private const string Key = @"-----BEGIN PRIVATE KEY-----
InventedForPrescriptionsOpensNothing+SignsNothing/ThisIsNoKey0In
ventedForPrescriptionsOpensNothing+SignsNothing/ThisIsNoKey0Inve
ntedForPrescriptionsOpensNothing+SignsNothing/ThisIsNoKey0Invent
edForPrescriptionsOpensNothing+SignsNothing/ThisIsNoKey0Invent==
-----END PRIVATE KEY-----";

    public static RSA Open()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(Key);
        return rsa;
    }
}
