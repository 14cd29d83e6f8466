public class Subscription
{
    // ok: profiles-of-an-old-fhir-release
    public string Profile { get; set; } = "https://fhir.nhs.uk/STU3/StructureDefinition/EMS-Subscription-1";
}
