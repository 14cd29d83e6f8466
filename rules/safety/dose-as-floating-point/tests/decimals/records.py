class P(Base):
    dose: Mapped[Decimal] = mapped_column(Numeric(12, 4))
