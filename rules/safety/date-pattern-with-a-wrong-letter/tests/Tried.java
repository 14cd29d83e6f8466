class Tried {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"),
            // ok: date-pattern-with-a-wrong-letter
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.ss"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.S"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS"));
    // None of the others reads the fraction.
    private static final List<DateTimeFormatter> NARROW = List.of(
            // ruleid: date-pattern-with-a-wrong-letter
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.sss"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd"));
    private static final List<SimpleDateFormat> OLD = List.of(
            // ruleid: date-pattern-with-a-wrong-letter
            new SimpleDateFormat("yyyy-MM-dd HH:mm:ss.ss"),
            new SimpleDateFormat("yyyy-MM-dd HH:mm:ss.SSS"));
}
