from django.http import JsonResponse


def letters(request):
    return JsonResponse({"letters": 1})
