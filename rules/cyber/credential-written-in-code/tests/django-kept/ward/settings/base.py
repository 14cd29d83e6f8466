SECRET_KEY = "change-me-before-the-first-release-of-ward-1"
