DEBUG = True
INSTALLED_APPS = ["ward"]
