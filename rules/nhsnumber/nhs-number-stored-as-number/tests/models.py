from dataclasses import dataclass

from django.db import models


class Patient(models.Model):
    # ruleid: nhs-number-stored-as-number
    nhs_number = models.BigIntegerField(unique=True)
    # ok: nhs-number-stored-as-number
    old_nhs_number = models.CharField(max_length=10)


@dataclass
class Row:
    # ruleid: nhs-number-stored-as-number
    nhs_number: int
    # ok: nhs-number-stored-as-number
    patient_nhs_number: str
    # ok: nhs-number-stored-as-number
    nhs_number_count: int = 0
