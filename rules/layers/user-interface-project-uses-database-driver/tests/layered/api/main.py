import psycopg
from fastapi import FastAPI

app = FastAPI()
