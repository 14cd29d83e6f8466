from ward.models import Assessment


def handle():
    Assessment.objects.filter(code="old").update(code="new")
