from fastapi import FastAPI

app = FastAPI()


@app.get("/v1/wards")
def wards(): ...
