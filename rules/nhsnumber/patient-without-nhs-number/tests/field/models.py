class Patient(models.Model):
    surname = models.CharField(max_length=80)
    nhs_number = models.CharField(max_length=10, null=True)
