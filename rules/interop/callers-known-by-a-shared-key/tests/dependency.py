from fastapi import Depends, HTTPException
from fastapi.security import APIKeyHeader

# review: callers-known-by-a-shared-key
scheme = APIKeyHeader(name="X-API-Key")


def caller(key: str = Depends(scheme)) -> str:
    if key not in keys():
        raise HTTPException(status_code=403)
    return keys()[key]
