from django.db import models


class Patient(models.Model):
    nhs_number = models.CharField(max_length=10, unique=True)
