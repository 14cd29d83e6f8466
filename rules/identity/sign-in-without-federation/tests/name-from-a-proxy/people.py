from django.contrib.auth.backends import RemoteUserBackend
from django.contrib.auth.models import User


class OfTheTrust(RemoteUserBackend):
    create_unknown_user = False


def add(name, word):
    return User.objects.create_user(name, password=word)
