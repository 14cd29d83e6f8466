class Allergy(models.Model):
    history = HistoricalRecords()
