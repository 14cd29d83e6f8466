import org.hl7.fhir.r4.model.Coding;

class Procedures {
    Coding disposition(CE entry) {
        // ruleid: object-identifier-as-code-system
        return new Coding().setCode(entry.getCode()).setSystem(entry.getCodeSystem());
    }

    Coding fixed() {
        // ruleid: object-identifier-as-code-system
        return new Coding().setSystem("2.16.840.1.113883.2.1.3.2.4.15").setCode("22298006");
    }

    Coding known(CE entry) {
        // ok: object-identifier-as-code-system
        return new Coding().setSystem(SYSTEMS.get(entry.getCodeSystem())).setCode(entry.getCode());
    }

    Coding named(CE entry) {
        // ok: object-identifier-as-code-system
        return new Coding().setSystem("urn:oid:" + entry.getCodeSystem());
    }

    Coding national() {
        // ok: object-identifier-as-code-system
        return new Coding().setSystem("http://snomed.info/sct").setCode("22298006");
    }
}
