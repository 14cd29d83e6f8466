from alembic import op

def upgrade():
    op.alter_column(
        "patient", "nhsno",
        new_column_name="nhs_number",
    )
