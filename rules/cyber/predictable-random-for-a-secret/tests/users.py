import random
import secrets


def first_password():
    number = random_number_of_ward()
    # ruleid: predictable-random-for-a-secret
    return random.choice(words) + str(number)


def pw_for_user(user):
    # ruleid: predictable-random-for-a-secret
    return str(random.randint(100, 999)) + user.name


def kept_password():
    # ok: predictable-random-for-a-secret
    return secrets.token_urlsafe(12)


def shuffled_wards():
    # ok: predictable-random-for-a-secret
    return random.choice(wards)
