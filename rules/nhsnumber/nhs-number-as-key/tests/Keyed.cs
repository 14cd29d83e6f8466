public class Keyed
{
    // ruleid: nhs-number-as-key
    [Key]
    public string NhsNumber { get; set; }
}
