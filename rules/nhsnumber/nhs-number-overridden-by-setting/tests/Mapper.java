package uk.example.hub;

class Mapper {
    // review: nhs-number-overridden-by-setting
    @Value("${service.overrideNhsNumber}")
    private String configured;

    // ok: nhs-number-overridden-by-setting
    void overrideNhsNumber() {
    }

    // ok: nhs-number-overridden-by-setting
    private String replacedByNhsNumber;
}
