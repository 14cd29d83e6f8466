from alembic import op

def upgrade():
    op.rename_table("episode", "encounter")
