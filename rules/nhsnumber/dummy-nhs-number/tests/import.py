def take(record):
    # ruleid: dummy-nhs-number
    nhs_number = record.get("nhs_number") or "0000000000"
    # ruleid: dummy-nhs-number
    other = record.get("nhs_number", "9999999999")
    # ok: dummy-nhs-number
    nhs_number_hint = "1234567890"
    # ok: dummy-nhs-number
    if nhs_number == "0000000000":
        nhs_number = None
    # ok: dummy-nhs-number
    phone = record.get("phone", "0000000000")
    return nhs_number, other, phone
