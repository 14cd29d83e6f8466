import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hub.database import Base


class Referral(Base):
    __tablename__ = "referral"
    # ruleid: nhs-number-stored-as-number
    nhs_number: Mapped[int] = mapped_column(sa.BigInteger, index=True)
    # ok: nhs-number-stored-as-number
    nhs_number_source: Mapped[int] = mapped_column(sa.Integer)


visits = sa.Table(
    "visit",
    Base.metadata,
    # ruleid: nhs-number-stored-as-number
    sa.Column("patient_nhs_number", sa.Numeric(10, 0), nullable=False),
    # ok: nhs-number-stored-as-number
    sa.Column("nhs_number_checks", sa.Integer),
)
