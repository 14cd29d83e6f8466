package uk.example.hub;

public class Patient {
    // ruleid: nhs-number-stored-as-number
    private Long nhsNumber;
    // ok: nhs-number-stored-as-number
    private String formerNhsNumber;
}
