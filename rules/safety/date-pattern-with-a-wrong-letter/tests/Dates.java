class Dates {
    // ruleid: date-pattern-with-a-wrong-letter
    private static final String INPUT = "yyyy-MM-dd'T'HH:mm:ss.sss'Z'";
    // ok: date-pattern-with-a-wrong-letter
    private static final String RIGHT = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";
    // ruleid: date-pattern-with-a-wrong-letter
    private final SimpleDateFormat year = new SimpleDateFormat("YYYY-MM-dd");
    // ruleid: date-pattern-with-a-wrong-letter
    private final SimpleDateFormat day = new SimpleDateFormat("dd/mm/yyyy");
    // ok: date-pattern-with-a-wrong-letter
    private final SimpleDateFormat week = new SimpleDateFormat("YYYY-'W'ww");
    // ruleid: date-pattern-with-a-wrong-letter
    private final DateTimeFormatter given = DateTimeFormatter.ofPattern("dd/MM/yyyy hh:mm");
    // ok: date-pattern-with-a-wrong-letter
    private final DateTimeFormatter shown = DateTimeFormatter.ofPattern("dd/MM/yyyy hh:mm a");
    // ok: date-pattern-with-a-wrong-letter
    private final DateTimeFormatter stamp = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    // ruleid: date-pattern-with-a-wrong-letter
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-mm-dd")
    private LocalDate birthDate;
    // ok: date-pattern-with-a-wrong-letter
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd")
    private LocalDate deathDate;
    // A hint for people follows no such rule.
    // ok: date-pattern-with-a-wrong-letter
    private static final String HINT = "yyyy-mm-dd";
}
