class Security {
    fun chain(http: HttpSecurity) {
        // review: record-route-open-to-everyone
        http.authorizeExchange { it.pathMatchers("/appointments/**").permitAll() }
        // ok: record-route-open-to-everyone
        http.authorizeExchange { it.pathMatchers("/opening-hours/**").permitAll() }
    }
}
