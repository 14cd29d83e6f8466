from django.contrib.auth.mixins import UserPassesTestMixin
from django.views import generic


class WardView(UserPassesTestMixin, generic.DetailView):
    model = Ward
