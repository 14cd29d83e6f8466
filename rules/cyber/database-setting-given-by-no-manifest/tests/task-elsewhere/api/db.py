import os
HOST = os.environ["WARDS_HOST"]
PASSWORD = os.environ["DB_PASSWORD"]
