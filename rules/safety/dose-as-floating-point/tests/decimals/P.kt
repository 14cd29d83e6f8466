class P(
    val dose: BigDecimal,
)
