from wards.rights import rights_required


@rights_required("records")
def patient(request, number): ...


def beds(request): ...
