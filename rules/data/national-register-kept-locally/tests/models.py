from django.db import models


# review: national-register-kept-locally
class GPPractice(models.Model):
    name = models.TextField()


# ok: national-register-kept-locally
class GPPracticeCache:
    pass
