import os
HOST = os.environ["WARDS_HOST"]
PASSWORD = os.environ["TEST_DB_PASSWORD"]
