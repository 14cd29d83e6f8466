from ninja import NinjaAPI

api = NinjaAPI()


@api.get("/wards")
def wards(request):
    return []
