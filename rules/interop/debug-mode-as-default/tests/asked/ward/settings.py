import os

DEBUG = os.environ.get("DEBUG", "True") == "True"
ROOT_URLCONF = "ward.urls"
