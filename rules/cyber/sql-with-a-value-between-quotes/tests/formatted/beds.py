def beds(ward):
    return rows("SELECT id FROM bed WHERE ward = '%s'" % ward)
