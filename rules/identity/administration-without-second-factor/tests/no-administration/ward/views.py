def bed(request):
    return render(request, "bed.html")
