from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.get("/patients/{nhs_number}")
def patient(nhs_number: str): ...


@app.get("/health")
def health(): ...


handler = Mangum(app)
