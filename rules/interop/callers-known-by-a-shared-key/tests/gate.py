from fastapi import HTTPException, Request


def known(request: Request) -> None:
    # review: callers-known-by-a-shared-key
    if request.headers.get("x-api-key") not in keys():
        raise HTTPException(status_code=401)
