package uk.riverside.hub;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface DischargeRepository extends JpaRepository<Discharge, UUID> {

    List<Discharge> findByNhsNumber(String nhsNumber);
}
