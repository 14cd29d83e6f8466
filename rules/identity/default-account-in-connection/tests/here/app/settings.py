import os

DATABASE_URL = os.getenv("DATABASE_URL", "postgresql://postgres:not-a-real-one@db:5432/records")
