class Prescription(models.Model):
    # review: dose-as-floating-point
    dose = models.FloatField()
    # ok: dose-as-floating-point
    total_dose = models.DecimalField(max_digits=12, decimal_places=4)
