from fastapi import FastAPI

app = FastAPI()


@app.get("/wards")
def wards(): ...


@app.get("/{page}")
def page(page): ...
