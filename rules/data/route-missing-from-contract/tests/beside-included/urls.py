from django.urls import include, path

from wards import views
from wards.router import router

urlpatterns = [
    path("api/beds/", include(router.urls)),
    path("api/rooms/", include(router.urls)),
    path("api/wards/export/", views.Export.as_view()),
    path("api/wards/all/", views.All.as_view()),
]
