from django.conf import settings
from django.db import models


class Observation(models.Model):
    # ruleid: record-goes-with-its-author
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="created_%(class)s",
    )
    # ruleid: record-goes-with-its-author
    signed_by = models.ForeignKey("accounts.User", on_delete=models.CASCADE, null=True)
    # ok: record-goes-with-its-author
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    # ok: record-goes-with-its-author
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE)
    # What is a user's own goes with the user.
    # ok: record-goes-with-its-author
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    # ok: record-goes-with-its-author
    approved_by = models.ForeignKey(Committee, on_delete=models.CASCADE)


class Note(Base):
    # ruleid: record-goes-with-its-author
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    # ok: record-goes-with-its-author
    ward_id: Mapped[int] = mapped_column(ForeignKey("wards.id", ondelete="CASCADE"))
