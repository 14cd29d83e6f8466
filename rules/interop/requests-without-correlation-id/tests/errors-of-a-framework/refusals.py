from fastapi import HTTPException


class Refused(HTTPException):
    def __init__(self, reason: str) -> None:
        super().__init__(status_code=403, detail=reason)
