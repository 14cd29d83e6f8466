public class Patient {
    // review: dates-exchanged-in-local-form
    @JsonFormat(pattern = "dd/MM/yyyy")
    private LocalDate dateOfBirth;

    // ok: dates-exchanged-in-local-form
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd")
    private LocalDate admitted;

    // @JsonFormat(pattern = "dd/MM/yyyy")
    // ok: dates-exchanged-in-local-form
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
}
