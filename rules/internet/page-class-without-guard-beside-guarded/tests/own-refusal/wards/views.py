from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, HttpResponseForbidden
from django.views import generic


class BedsView(LoginRequiredMixin, generic.ListView):
    model = Bed


class ReceiptView(generic.View):
    def post(self, request):
        if not known(request.META.get("HTTP_AUTHORIZATION", "")):
            return HttpResponseForbidden()
        return HttpResponse()
