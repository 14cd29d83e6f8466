public class Patient
{
    // ruleid: nhs-number-stored-as-number
    public long NhsNumber { get; set; }
    // ok: nhs-number-stored-as-number
    public string PreviousNhsNumber { get; set; }
    // ok: nhs-number-stored-as-number
    public bool HasNhsNumber { get; set; }
}
