SYSTEM = "http://snomed.info/sct"
OTHER = "http://www.nlm.nih.gov/research/umls/rxnorm"
