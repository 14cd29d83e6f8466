class Conditions {
    Coding diagnosis(CE entry) {
        Coding coding = new Coding();
        // ruleid: code-and-system-swapped
        coding.setCode(entry.getCodeSystem());
        // ruleid: code-and-system-swapped
        coding.setSystem(entry.getCode());
        return coding;
    }

    Coding right(CE entry) {
        // ok: code-and-system-swapped
        return new Coding().setSystem(uri(entry.getCodeSystem())).setCode(entry.getCode());
    }

    Coding mapped(Term term) {
        // ok: code-and-system-swapped
        return new Coding().setSystem(term.getSystem()).setCode(term.getCode());
    }

    Coding short_(Term term) {
        // ruleid: code-and-system-swapped
        return new Coding(term.getCode(), term.getSystem(), term.getDisplay());
    }

    Coding long_(Term term) {
        // ok: code-and-system-swapped
        return new Coding(term.getSystem(), term.getCode(), term.getDisplay());
    }

    void resource(CodeSystem dictionary, Entry entry) {
        // ok: code-and-system-swapped
        entry.setCode(dictionary.getCodeSystemCode(entry));
        // coding.setCode(entry.getCodeSystem());
        // ok: code-and-system-swapped
        entry.setSystem(codes.getCodeList());
    }
}
