SYSTEM = "http://www.nlm.nih.gov/research/umls/rxnorm"
