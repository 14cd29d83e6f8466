place = "uksouth"
