# acr_values="AAL3_ANY"
options = dict(acr_values="AAL2_OR_AAL3_ANY")
