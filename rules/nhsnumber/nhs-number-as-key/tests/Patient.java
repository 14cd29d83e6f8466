@Entity
public class Patient {
    // ruleid: nhs-number-as-key
    @Id
    @Column(name = "nhs_number")
    private String nhsNumber;
}

@Entity
class Visit {
    // ok: nhs-number-as-key
    @Id
    private UUID id;
    private String nhsNumber;
}
