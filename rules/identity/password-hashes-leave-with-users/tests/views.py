import csv

import pandas as pd


def download(request):
    # ruleid: password-hashes-leave-with-users
    frame = pd.DataFrame(StaffUser.objects.all().values())
    text = frame.to_csv(index=False)
    return HttpResponse(text, content_type="text/csv")


def rows(request):
    response = HttpResponse(content_type="text/csv")
    # ruleid: password-hashes-leave-with-users
    users = User.objects.filter(is_active=True).values()
    writer = csv.DictWriter(response, fieldnames=list(users[0]))
    writer.writerows(users)
    return response


def listed(request):
    # ruleid: password-hashes-leave-with-users
    return JsonResponse(list(get_user_model().objects.values()), safe=False)


def chosen(request):
    # ok: password-hashes-leave-with-users
    return JsonResponse(list(User.objects.values("id", "email")), safe=False)


def wards(request):
    # ok: password-hashes-leave-with-users
    return JsonResponse(list(Ward.objects.all().values()), safe=False)


def inside(request):
    # ok: password-hashes-leave-with-users
    users = User.objects.all().values()
    return render(request, "users.html", {"count": len(users)})


def served(request):
    # People who are cared for.
    # ok: password-hashes-leave-with-users
    return JsonResponse(list(ServiceUser.objects.values()), safe=False)
