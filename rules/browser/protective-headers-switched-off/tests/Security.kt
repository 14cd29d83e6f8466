fun chain(http: HttpSecurity) {
  http {
    // ruleid: protective-headers-switched-off
    headers { frameOptions { disable() } }
    // ok: protective-headers-switched-off
    csrf { disable() }
  }
}
