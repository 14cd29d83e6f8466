from django.shortcuts import render


def letters(request):
    return render(request, "letters.html")
