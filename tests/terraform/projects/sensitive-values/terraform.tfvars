api_phrase = "mellow-giraffe-of-tfvars"
