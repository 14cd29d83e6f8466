import os

# DEBUG = False
DEBUG = True

INSTALLED_APPS = ["ward"]
