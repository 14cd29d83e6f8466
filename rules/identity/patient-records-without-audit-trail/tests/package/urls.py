from django.urls import path

from . import views

urlpatterns = [
    path("patients/<int:pk>/", views.patient),
    path("admissions/", views.admissions),
]
