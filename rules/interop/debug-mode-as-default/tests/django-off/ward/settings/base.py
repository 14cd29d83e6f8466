INSTALLED_APPS = ["ward"]
DEBUG = False
