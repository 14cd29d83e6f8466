def admit(site):
    # review: hl7-version-2-made-by-hand
    return "MSH|^~\\&|WARD|" + site + "|"


# ok: hl7-version-2-made-by-hand
SUBJECT = "MSH stands for message header"
