def beds(ward):
    return rows(f"SELECT id FROM bed WHERE ward = '{ward}'")
