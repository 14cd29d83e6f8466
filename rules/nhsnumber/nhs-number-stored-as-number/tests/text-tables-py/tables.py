from sqlalchemy import Column, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Referral(Base):
    __tablename__ = "referral"
    nhs_number: Mapped[str] = mapped_column(String(10))
