import os

DEBUG = True
INSTALLED_APPS = ["ward"]

if os.environ.get("LIVE"):
    DEBUG = False
