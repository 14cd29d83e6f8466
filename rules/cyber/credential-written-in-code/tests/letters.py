import os

# review: credential-written-in-code
API_KEY = "kD93hfLq02XvBn7TzWmP"
# ok: credential-written-in-code
API_TOKEN = os.environ["API_TOKEN"]
# ok: credential-written-in-code
CACHE_KEY = "Wards2024ListOfAllBeds"
# ok: credential-written-in-code
PASSWORD = "YourPassword12345678"
