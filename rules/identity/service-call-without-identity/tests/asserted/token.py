DATA = {
    "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
}
