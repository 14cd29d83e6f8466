import django.views
from django.http import JsonResponse

from clinic.guards import ClinicAccessMixin


class ListsView(ClinicAccessMixin, django.views.View):
    def get(self, request):
        return JsonResponse(lists(request.user))


class PatientView(django.views.View):
    def get(self, request, number):
        return JsonResponse(patient(number))
