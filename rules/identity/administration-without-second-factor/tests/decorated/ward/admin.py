from django.contrib import admin

from ward.models import Bed


@admin.register(Bed)
class BedAdmin(admin.ModelAdmin):
    list_display = ["ward"]
