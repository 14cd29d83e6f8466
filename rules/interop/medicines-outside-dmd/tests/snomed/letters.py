URL = "https://letters.example/send"
