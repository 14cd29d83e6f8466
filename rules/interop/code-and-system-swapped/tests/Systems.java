class Systems {
    void listed(Coding coding, Identifier identifier, ContactPoint contact, Entry entry) {
        // ok: code-and-system-swapped
        coding.setSystem(CodeSystems.SNOMED.getCode());
        // ok: code-and-system-swapped
        identifier.setSystem(entry.getSystem().getCode());
        // ok: code-and-system-swapped
        coding.setSystem(codeSystem.getCode());
        // ok: code-and-system-swapped
        contact.setSystem(entry.getCode());
        // ok: code-and-system-swapped
        entry.setCode(releaseVersion.getCodeSystem());
        // ruleid: code-and-system-swapped
        coding.setSystem(entry.getDiagnosis().getCode());
    }
}
