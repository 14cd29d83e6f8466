from django.urls import include, path

from wards import views
from wards.router import router

urlpatterns = [
    path("api/wards/", include(router.urls)),
    path("api/beds/", router.urls),
    path("api/wards/version/", views.Version.as_view()),
    path("api/wards/all/", views.All.as_view()),
]
