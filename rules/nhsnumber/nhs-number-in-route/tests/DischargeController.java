package uk.example.hub;

@RestController
public class DischargeController {
    // ruleid: nhs-number-in-route
    @GetMapping("/discharges/{nhsNumber}")
    public List<Discharge> ofPatient(@PathVariable String nhsNumber) {
        return discharges.of(nhsNumber);
    }

    // ok: nhs-number-in-route
    @GetMapping("/Patient/{nhsNumber}")
    public Patient patient(@PathVariable String nhsNumber) {
        return patients.of(nhsNumber);
    }

    // ok: nhs-number-in-route
    @GetMapping("/discharges/{dischargeId}")
    public Discharge one(@PathVariable UUID dischargeId) {
        return discharges.one(dischargeId);
    }
}
