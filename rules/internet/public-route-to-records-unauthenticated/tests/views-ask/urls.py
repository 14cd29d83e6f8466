from django.urls import path
from wards.access import login_required

import views

urlpatterns = [
    path("beds/", login_required(views.beds)),
    path("patients/<int:number>/", views.patient),
]
