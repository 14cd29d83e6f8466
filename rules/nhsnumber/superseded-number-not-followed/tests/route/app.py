from fastapi import FastAPI

app = FastAPI()


@app.post("/records/merge-patients")
def join(body: dict):
    return store.join(body)
