from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    # ok: store-credential-in-code
    records_url: str = "postgresql://letters:Winter2019@records.internal:5432/letters"
    # ok: store-credential-in-code
    queue_url: str | None = "amqp://letters:Winter2019@queue.internal:5672"


# ruleid: store-credential-in-code
ARCHIVE = "postgresql://letters:Winter2019@archive.internal:5432/letters"


class Mail(BaseSettings):
    # ok: store-credential-in-code
    redis_password: str = "Winter2019-letters"
