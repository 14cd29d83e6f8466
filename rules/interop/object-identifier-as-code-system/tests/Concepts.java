import org.hl7.fhir.r4.model.Coding;

class Concepts {
    Coding match(Concept concept) {
        // ok: object-identifier-as-code-system
        return new Coding().setSystem(concept.getCodeSystem());
    }
}
