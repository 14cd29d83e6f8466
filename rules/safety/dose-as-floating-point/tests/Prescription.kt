class Prescription(
    // review: dose-as-floating-point
    val dose: Double,
    // ok: dose-as-floating-point
    val maxDose: BigDecimal,
)
