from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import CreateView, TemplateView
from django.views.generic.edit import FormMixin


class WardCreateView(PermissionRequiredMixin, FormMixin, CreateView):
    permission_required = "wards.add_ward"


class ContactView(TemplateView):
    template_name = "contact.html"


# What stands behind a base of the project's own cannot be seen.
class BedsView(WardsPage, TemplateView):
    template_name = "beds.html"
