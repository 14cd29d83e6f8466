class Parser {
    // ok: hl7-version-2-made-by-hand
    // if (line.startsWith("MSH|")) header = line;
    // ok: hl7-version-2-made-by-hand
    Message parse(String text) { return new PipeParser().parse(text); }
}
