from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import ListView, TemplateView


class BedsView(LoginRequiredMixin, ListView):
    model = Bed


class InpatientsView(TemplateView):
    template_name = "inpatients.html"


class CookiesView(TemplateView):
    template_name = "cookies.html"


class TallView(InpatientsView):
    template_name = "tall.html"
