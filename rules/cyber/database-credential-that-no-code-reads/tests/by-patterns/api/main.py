import os

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    legacy_db_password: str


PORT = os.environ["PORT"]
