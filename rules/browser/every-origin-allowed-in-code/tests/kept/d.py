CORS_ALLOWED_ORIGINS = ["https://a.example.org"]
