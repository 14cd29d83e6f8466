from django.views.generic import TemplateView


class WardsView(TemplateView):
    template_name = "wards.html"
