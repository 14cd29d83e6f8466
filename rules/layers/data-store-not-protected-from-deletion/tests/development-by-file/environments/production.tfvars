protected = true
