class Batch {
    boolean begins(String line) {
        // ok: hl7-version-2-made-by-hand
        return line.length() == 0 || line.startsWith("MSH");
    }
}
