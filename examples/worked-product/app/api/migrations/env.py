"""Runs the migrations; a job of the deployment does so before the new version takes traffic."""

from alembic import context

from desk.referrals import Base, Referrals, database_url

with Referrals.connect(database_url()).engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
