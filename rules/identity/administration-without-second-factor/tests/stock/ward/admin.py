from django.contrib import admin

from ward.models import Bed

admin.site.register(Bed)
