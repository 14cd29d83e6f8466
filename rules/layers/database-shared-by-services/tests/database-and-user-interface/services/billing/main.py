import os

import psycopg


def handler(event, context):
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return connection.execute("select 1").fetchone()
