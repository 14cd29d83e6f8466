class WardController {
    @PostMapping("/messages")
    @RequestBody(content = [Content(examples = [
        ExampleObject(
            name = "Admission",
            // ok: hl7-version-2-made-by-hand
            value = "MSH|^~\\&|WARD|RXX|PAS|RXX|202611221000||ADT^A01|1|P|2.4\n" +
                "PID|1",
            summary = "Admission"),
        ExampleObject(
            name = "Discharge",
            // ok: hl7-version-2-made-by-hand
            value = "MSH|^~\\&|WARD|RXX|PAS|RXX|202611221100||ADT^A03|2|P|2.4")])])
    fun take(text: String): String {
        // review: hl7-version-2-made-by-hand
        return "MSH|^~\\&|WARD|RXX|PAS|RXX|" + now() + "||ACK"
    }
}
