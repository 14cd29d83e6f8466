public class PatientDetails {
    @ManyToOne
    @JoinColumn(name = "patient")
    private Patient patient;
    private String surname;
}
