"""The only module that knows the database."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import DateTime, String, create_engine, select, update
from sqlalchemy.engine import URL, Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    """Base of all tables."""


def _new_id() -> str:
    return str(uuid.uuid4())


def _now() -> datetime:
    return datetime.now(UTC)


class Referral(Base):
    """A request to see a patient. The NHS number may be missing until PDS has confirmed it."""

    __tablename__ = "referral"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=_new_id)
    nhs_number: Mapped[str | None] = mapped_column(String(10), index=True)
    nhs_number_status: Mapped[str] = mapped_column(String(2), default="03")
    referrer_ods_code: Mapped[str] = mapped_column(String(12))
    reason_snomed_code: Mapped[str] = mapped_column(String(18))
    priority: Mapped[str] = mapped_column(String(10), default="routine")
    received: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)


class AuditEvent(Base):
    """Who did what to which referral."""

    __tablename__ = "audit_event"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=_new_id)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(20))
    referral_id: Mapped[str] = mapped_column(String(36))


def database_url() -> URL:
    """Where the records are, from what the cluster gives this process."""
    return URL.create(
        "postgresql+psycopg",
        username=os.environ["DB_USER"],
        password=os.environ["DB_PASSWORD"],
        host=os.environ["DB_HOST"],
        database="referrals",
    )


@dataclass(frozen=True)
class Referrals:
    """Reads and writes referrals, and notes who did."""

    engine: Engine

    @classmethod
    def connect(cls, url: URL) -> Referrals:
        """Open the store; the server's certificate is verified."""
        return cls(create_engine(url, pool_pre_ping=True, connect_args={"sslmode": "verify-full"}))

    def of_patient(self, number: str, actor: str) -> list[Referral]:
        """Referrals of one patient, newest first."""
        query = select(Referral).where(Referral.nhs_number == number).order_by(Referral.received.desc())
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            found = list(session.scalars(query.limit(100)))
            session.add_all(AuditEvent(actor=actor, action="read", referral_id=one.id) for one in found)
            return found

    def follow_superseded(self, old: str, new: str) -> None:
        """PDS has merged two records: file what lay under the old number under the new one."""
        with Session(self.engine) as session, session.begin():
            session.execute(update(Referral).where(Referral.nhs_number == old).values(nhs_number=new))

    def triage(self, referral_id: str, priority: str, actor: str) -> Referral | None:
        """Give a referral its priority; None where there is none of that id."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            referral = session.get(Referral, referral_id)
            if referral is not None:
                referral.priority = priority
                session.add(AuditEvent(actor=actor, action="triage", referral_id=referral_id))
            return referral
