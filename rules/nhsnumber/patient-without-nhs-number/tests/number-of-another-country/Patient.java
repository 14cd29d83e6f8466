public class Patient {
    private String lastName;
    private String dateOfBirth;
    private String hin;
}
