class Prescription(Base):
    # review: dose-as-floating-point
    dose = Column(Float)
    # ok: dose-as-floating-point
    daily_dose: Mapped[Decimal] = mapped_column(Numeric(12, 4))


@dataclass
class Order:
    # review: dose-as-floating-point
    dose: float
    # ok: dose-as-floating-point
    total_dose: Decimal
