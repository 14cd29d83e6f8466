archive = { versioning = false }
