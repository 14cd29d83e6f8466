from fastapi import FastAPI

app = FastAPI()


@app.get("/appointments")
def appointments() -> list[str]:
    return []
