import random
import secrets

# ruleid: predictable-random-for-a-secret
reset_token = "".join(random.choice(letters) for _ in range(32))
# ruleid: predictable-random-for-a-secret
reset_code: str = str(random.randint(100000, 999999))
# A delay is no secret.
delay = random.random() * 3
# token = random.choice(letters)
tokens_per_minute = random.randint(1, 3)
if token == random.choice(seen):
    pass
# ok: predictable-random-for-a-secret
good = secrets.token_urlsafe(32)
# ok: predictable-random-for-a-secret
password = "".join(secrets.choice(letters) for _ in range(20))
sure = random.SystemRandom().choice(letters)
