def callback(claims):
    return patients.find(claims["nhs_number"])
