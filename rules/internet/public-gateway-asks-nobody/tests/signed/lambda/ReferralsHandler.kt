package org.example

class ReferralsHandler {
    val handler = withSignedResponses(keys, routes(
        path("/referrals") { list() }
    ))
}
