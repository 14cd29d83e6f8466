import os
HOST = os.environ["WARDS_HOST"]
PASSWORD = os.environ.get("DB_PASSWORD", "changeme")
