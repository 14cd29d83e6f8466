def wards(request):
    return render(request, "wards.html")
