from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.utils.decorators import method_decorator
from django.views.generic import ListView, TemplateView


class BedsView(LoginRequiredMixin, ListView):
    model = Bed


@method_decorator(login_required, name="dispatch")
class InpatientsView(TemplateView):
    template_name = "inpatients.html"
