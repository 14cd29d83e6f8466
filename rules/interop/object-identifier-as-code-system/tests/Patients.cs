public class Patients
{
    public Identifier Number(string value) =>
        // ruleid: object-identifier-as-code-system
        new Identifier("2.16.840.1.113883.2.1.4.1", value);

    public Identifier Named(string value) =>
        // ok: object-identifier-as-code-system
        new Identifier("https://fhir.nhs.uk/Id/nhs-number", value);
}
