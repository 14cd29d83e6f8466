package uk.example.hub

class Letter(val nhsNumber: String?, val body: String)
