package uk.riverside.hub;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class DischargeController {

    private static final Logger LOGGER = LoggerFactory.getLogger(DischargeController.class);

    private final DischargeRepository discharges;

    public DischargeController(DischargeRepository discharges) {
        this.discharges = discharges;
    }

    @GetMapping("/discharges/{nhsNumber}")
    public List<Map<String, Object>> ofPatient(@PathVariable String nhsNumber) {
        LOGGER.info("Discharges of patient {}", nhsNumber);
        return discharges.findByNhsNumber(nhsNumber).stream().map(DischargeController::toJson).toList();
    }

    /** Looks like FHIR, and is not: names and codes are our own. */
    private static Map<String, Object> toJson(Discharge discharge) {
        return Map.of(
            "resourceType", "Discharge",
            "identifier", Map.of("system", "https://riverside.example/nhsno", "value", discharge.getNhsNumber()),
            "wardCode", discharge.getWard(),
            "readyAt", discharge.getReadyAt().toString());
    }
}
