# review: rights-tied-to-a-persons-name
ALLOWED_USERS = ["jane.doe@example.nhs.uk", "john.roe@example.nhs.uk"]

# Who is told of faults.
# ok: rights-tied-to-a-persons-name
ADMINS = [("Jane", "jane.doe@example.nhs.uk")]
# ok: rights-tied-to-a-persons-name
ADMINS = ["jane.doe@example.nhs.uk"]


def merge(user):
    # review: rights-tied-to-a-persons-name
    if user.email == "jane.doe@example.nhs.uk":
        allow()
    # ok: rights-tied-to-a-persons-name
    if user.email == form["email"]:
        confirm()
    # ok: rights-tied-to-a-persons-name
    send(to=user.email == "jane.doe@example.nhs.uk")
    # ok: rights-tied-to-a-persons-name
    # if user.email == "jane.doe@example.nhs.uk":


# ok: rights-tied-to-a-persons-name
@permission_required("patient.merge")
def merge_patients(request):
    return render(request)


# Looking for somebody gives nobody a right.
# ok: rights-tied-to-a-persons-name
power_user = users.search_by_email("jane.doe@example.nhs.uk")
