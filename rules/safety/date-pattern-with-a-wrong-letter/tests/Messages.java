class Messages {
    public static final String ERR_DATE_FORMAT = "%s must be in the format dd-mm-yyyy.";
    public static final String HINT_FORMAT = "Please write dd/mm/yyyy";
    // ruleid: date-pattern-with-a-wrong-letter
    public static final String DATE_FORMAT = "dd-mm-yyyy";
    // ruleid: date-pattern-with-a-wrong-letter
    String shown = "in the format " + new SimpleDateFormat("dd/mm/yyyy").format(day) + "must";
}
