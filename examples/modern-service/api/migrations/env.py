"""Runs the migrations; the deployment's job does so before the new version takes traffic."""

import os
from pathlib import Path

from alembic import context

from booking.store import Base, Store

url = Path(os.environ["DATABASE_URL_FILE"]).read_text(encoding="utf-8").strip()
with Store.connect(url).engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
