token = "example-only"
