def beds(ward):
    if not ward:
        raise ValueError(f"no bed where ward = '{ward}'")
    return rows("SELECT id FROM bed WHERE ward = %s", (ward,))
