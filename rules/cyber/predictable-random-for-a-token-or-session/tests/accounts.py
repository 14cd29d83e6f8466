import random
import secrets

# review: predictable-random-for-a-token-or-session
token = "".join(random.choice(letters) for _ in range(32))
# ok: predictable-random-for-a-token-or-session
reset_token = "".join(random.choice(letters) for _ in range(32))
# token = random.choice(letters)
tokens_per_minute = random.randint(1, 3)
if token == random.choice(seen):
    pass
# ok: predictable-random-for-a-token-or-session
token = secrets.token_urlsafe(32)
