from pydantic import BaseModel


class Letter(BaseModel):
    nhs_number: str | None = None
