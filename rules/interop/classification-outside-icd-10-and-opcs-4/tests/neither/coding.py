SYSTEM = "http://snomed.info/sct"
PAGE = "https://www.icd10data.com"
