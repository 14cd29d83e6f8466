class Patient(models.Model):
    # ruleid: nhs-number-as-key
    nhs_number = models.CharField(max_length=10, primary_key=True)


class Visit(Base):
    # ok: nhs-number-as-key
    id: Mapped[UUID] = mapped_column(primary_key=True)
    # ok: nhs-number-as-key
    nhs_number: Mapped[str | None] = mapped_column(String(10), index=True)
