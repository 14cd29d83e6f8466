static class Coding
{
    public const string Procedures = "https://fhir.hl7.org.uk/Id/opcs-4";
}
