public class SignIn
{
    // review: nhs-number-as-proof-of-identity
    public Session LoginPatient(string dateOfBirth, string nhsNumber) { return Open(nhsNumber); }
    // ok: nhs-number-as-proof-of-identity
    public Session Login(string nhsNumber, string postcode, string token) { return Open(token); }
}
