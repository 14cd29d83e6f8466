from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import ListView, TemplateView


class BedsView(PermissionRequiredMixin, ListView):
    model = Bed


class InpatientsView(TemplateView):
    template_name = "inpatients.html"
