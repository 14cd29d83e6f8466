import psycopg
from fastapi import FastAPI

app = FastAPI()


@app.get("/beds")
def beds() -> list[str]:
    return []
