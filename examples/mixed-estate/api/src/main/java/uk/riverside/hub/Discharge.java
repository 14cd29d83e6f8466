package uk.riverside.hub;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.UUID;

@Entity
public class Discharge {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String nhsNumber;

    private String ward;

    private OffsetDateTime readyAt;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public String getNhsNumber() {
        return nhsNumber;
    }

    public String getWard() {
        return ward;
    }

    public OffsetDateTime getReadyAt() {
        return readyAt;
    }
}
