import logging

logger = logging.getLogger(__name__)


class Case(models.Model):
    nhs_number = models.CharField(max_length=10)
    postcode = models.CharField(max_length=8)

    def save(self, *args, **kwargs):
        # review: patient-details-written-to-log
        logger.warning(f"No area was found for {self.postcode}")
        # ok: patient-details-written-to-log
        logger.warning("No area was found for case %s", self.pk)
