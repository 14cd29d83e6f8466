"""The wards and who lies on them."""

import os

import psycopg
from fastapi import FastAPI

app = FastAPI(title="Wards")


def connect() -> psycopg.Connection:
    return psycopg.connect(
        host=os.environ["DB_HOST"],
        user=os.environ["DB_USER"],
        password=os.environ["DB_PASSWORD"],
        dbname="wards",
        sslmode="verify-full",
    )


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/wards/{ward}/occupancy")
def occupancy(ward: str) -> dict[str, int]:
    with connect() as connection:
        row = connection.execute("SELECT beds, taken FROM occupancy WHERE ward = %s", (ward,)).fetchone()
    return {"beds": row[0], "taken": row[1]} if row else {"beds": 0, "taken": 0}
