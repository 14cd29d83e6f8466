class P(models.Model):
    dose = models.DecimalField(max_digits=12, decimal_places=4)
