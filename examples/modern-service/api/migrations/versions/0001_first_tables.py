"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "patient",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("login_subject", sa.String(64), nullable=False, unique=True),
        sa.Column("nhs_number", sa.String(10), nullable=True, index=True),
        sa.Column("nhs_number_status", sa.String(2), nullable=False),
        sa.Column("pds_version", sa.String(20), nullable=False),
    )
    op.create_table(
        "slot",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("site_ods_code", sa.String(12), nullable=False, index=True),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("slot_id", sa.String(36), sa.ForeignKey("slot.id"), nullable=False, unique=True),
        sa.Column("patient_id", sa.String(36), sa.ForeignKey("patient.id"), nullable=False, index=True),
        sa.Column("vaccine_snomed_code", sa.String(18), nullable=False),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("entity", sa.String(80), nullable=False),
        sa.Column("correlation_id", sa.String(36), nullable=False),
    )


def downgrade() -> None:
    for table in ("audit_event", "appointment", "slot", "patient"):
        op.drop_table(table)
