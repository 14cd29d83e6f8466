"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("nhs_number", sa.String(10), nullable=True, index=True),
        sa.Column("nhs_number_status", sa.String(2), nullable=False),
        sa.Column("referrer_ods_code", sa.String(12), nullable=False),
        sa.Column("reason_snomed_code", sa.String(18), nullable=False),
        sa.Column("priority", sa.String(10), nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("referral_id", sa.String(36), nullable=False),
    )


def downgrade() -> None:
    for table in ("audit_event", "referral"):
        op.drop_table(table)
