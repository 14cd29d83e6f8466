from django.contrib.messages.views import SuccessMessageMixin
from django.views import generic


class LetterDeleteView(SuccessMessageMixin, generic.DeleteView):
    model = Letter
