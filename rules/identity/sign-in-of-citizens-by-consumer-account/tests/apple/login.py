URL = "https://appleid.apple.com/auth/authorize?client_id=app"
