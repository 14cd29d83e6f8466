import javax.persistence.Entity;

@Entity
public class Patient {
    private Long id;
    private String lastName;
    private LocalDate birthDate;
}
