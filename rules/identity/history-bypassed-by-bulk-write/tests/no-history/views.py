from ward.models import Assessment, Bed


def answer(request, model, pk):
    model.objects.filter(pk=pk).update(answer=request.POST["answer"])
    counts = {}
    counts.update({"done": 1})


def clear(ward):
    Bed.objects.filter(ward=ward).exclude(kept=True).update(patient=None)
