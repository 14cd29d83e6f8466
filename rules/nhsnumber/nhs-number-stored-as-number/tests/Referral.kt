package uk.example.hub

data class Referral(
    // ruleid: nhs-number-stored-as-number
    val nhsNumber: Long,
    // ok: nhs-number-stored-as-number
    val practiceNumber: Long,
)
