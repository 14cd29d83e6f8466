# claims["nhs_number"] is verified
number = claims["nhs_number"]
