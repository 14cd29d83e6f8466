package org.example

class ReferralsHandler {
    val handler = authorisedBy(keys, routes(
        path("/referrals") { list() }
    ))
}
