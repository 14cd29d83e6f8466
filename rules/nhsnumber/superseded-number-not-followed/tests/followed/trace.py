def trace(nhs_number):
    patient = get(nhs_number)
    if patient["id"] != nhs_number:
        records.follow_superseded_number(nhs_number, patient["id"])
