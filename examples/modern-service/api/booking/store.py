"""The only module that knows the database."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import DateTime, ForeignKey, String, create_engine, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class SlotTaken(Exception):
    """Somebody else has the slot."""


class Base(DeclarativeBase):
    """Base of all tables."""


def _new_id() -> str:
    return str(uuid.uuid4())


def _now() -> datetime:
    return datetime.now(UTC)


class Patient(Base):
    """A person who booked. The key is ours; the NHS number may be missing, and may be replaced by PDS."""

    __tablename__ = "patient"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=_new_id)
    login_subject: Mapped[str] = mapped_column(String(64), unique=True)
    nhs_number: Mapped[str | None] = mapped_column(String(10), index=True)
    nhs_number_status: Mapped[str] = mapped_column(String(2), default="03")
    pds_version: Mapped[str] = mapped_column(String(20), default="")


class Slot(Base):
    """A time at a site."""

    __tablename__ = "slot"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=_new_id)
    site_ods_code: Mapped[str] = mapped_column(String(12), index=True)
    start: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Appointment(Base):
    """A slot that a person has; the database itself lets nobody have it twice."""

    __tablename__ = "appointment"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=_new_id)
    slot_id: Mapped[str] = mapped_column(ForeignKey("slot.id"), unique=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), index=True)
    vaccine_snomed_code: Mapped[str] = mapped_column(String(18))


class AuditEvent(Base):
    """Who did what to which record; the database role of the API may only insert."""

    __tablename__ = "audit_event"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=_new_id)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(20))
    entity: Mapped[str] = mapped_column(String(80))
    correlation_id: Mapped[str] = mapped_column(String(36))


@dataclass(frozen=True)
class Store:
    """Reads and writes bookings."""

    engine: Engine

    @classmethod
    def connect(cls, url: str) -> Store:
        """Open the store; the server's certificate is verified."""
        return cls(create_engine(url, pool_pre_ping=True, connect_args={"sslmode": "verify-full"}))

    def ready(self) -> None:
        """Fail unless the database answers."""
        with Session(self.engine) as session:
            session.execute(select(1))

    def free_slots(self, site: str, after: datetime) -> list[Slot]:
        """Slots of a site that nobody has."""
        taken = select(Appointment.slot_id)
        query = select(Slot).where(Slot.site_ods_code == site, Slot.start >= after, Slot.id.not_in(taken))
        with Session(self.engine) as session:
            return list(session.scalars(query.order_by(Slot.start).limit(100)))

    def remember(self, subject: str, number: str, pds_version: str) -> str:
        """The id of a person, with the number that PDS says is theirs now."""
        with Session(self.engine) as session, session.begin():
            patient = session.scalar(select(Patient).where(Patient.login_subject == subject))
            if patient is None:
                patient = Patient(login_subject=subject)
                session.add(patient)
            patient.nhs_number, patient.nhs_number_status, patient.pds_version = number, "01", pds_version
            session.flush()
            return patient.id

    def book(self, patient_id: str, slot_id: str, vaccine: str, correlation_id: str) -> Appointment:
        """Give a slot to a person.

        Raises:
            SlotTaken: Somebody else was faster.
        """
        appointment = Appointment(slot_id=slot_id, patient_id=patient_id, vaccine_snomed_code=vaccine)
        with Session(self.engine, expire_on_commit=False) as session:
            session.add(appointment)
            session.add(AuditEvent(actor=patient_id, action="book", entity=f"Slot/{slot_id}", correlation_id=correlation_id))
            try:
                session.commit()
            except IntegrityError as error:
                raise SlotTaken from error
        return appointment

    def appointments(self, patient_id: str, correlation_id: str) -> list[Appointment]:
        """What a person has booked."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            session.add(AuditEvent(actor=patient_id, action="read", entity="Appointment", correlation_id=correlation_id))
            return list(session.scalars(select(Appointment).where(Appointment.patient_id == patient_id)))

    def replace_number(self, old: str, new: str) -> None:
        """PDS has merged two records: follow it."""
        with Session(self.engine) as session, session.begin():
            session.execute(update(Patient).where(Patient.nhs_number == old).values(nhs_number=new))

    def every_appointment(self) -> Iterator[Appointment]:
        """All appointments, for the export that the buyer may ask for."""
        with Session(self.engine) as session:
            yield from session.scalars(select(Appointment).execution_options(yield_per=500))
