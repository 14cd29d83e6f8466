package uk.nhs.example.letters

private val ISSUER = """
    -----BEGIN PUBLIC KEY-----
    InventedForCheckingOfLettersOpensNothing+SignsNothing/ThisIsNoKe
    y0InventedForCheckingOfLettersOpensNothing+SignsNothing/ThisIsNo
    Key0InventedForCheckingOfLettersOpensNothing+SignsNothing/This==
    -----END PUBLIC KEY-----
""".trimIndent()

fun verifier(): JwtVerifier = JwtVerifier(ISSUER)
