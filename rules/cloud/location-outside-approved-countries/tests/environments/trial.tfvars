place = "westus3"
