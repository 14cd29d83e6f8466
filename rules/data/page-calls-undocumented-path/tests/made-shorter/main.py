from fastapi import FastAPI

app = FastAPI()


@app.get("/wards")
def wards(): ...
