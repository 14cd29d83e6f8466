package uk.example.cda;

class Entry {
    void copy(CE from, Target to) {
        // ok: object-identifier-as-code-system
        to.setSystem(from.getCodeSystem());
    }
}
