package pharmacy

class Stock(private val jdbc: NamedParameterJdbcTemplate) {
    fun of(ward: String, drug: String) = jdbc.queryForList(
        "select batch, expires from stock where ward = :ward and drug like :drug",
        mapOf("ward" to ward, "drug" to "%$drug%"),
    )

    fun missing(ward: String): Nothing = throw NoSuchElementException("no stock where ward = '" + ward + "' was found")
}
