# ok: clinical-codes-outside-snomed-ct
MASTER = "http://snomed.info/sct"
MAPPED = "http://read.info/ctv3"
