from fastapi import FastAPI

app = FastAPI()


@app.get("/wards")
def wards(): ...


@app.get("/")
def root(): ...


@app.get("/{page}")
def page(page): ...
