import os

import psycopg

with psycopg.connect(os.environ["WARDS_DATABASE_URL"]) as connection:
    connection.execute("select 1")
