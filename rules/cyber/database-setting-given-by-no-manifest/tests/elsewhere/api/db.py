import os
PASSWORD = os.environ["DB_PASSWORD"]
