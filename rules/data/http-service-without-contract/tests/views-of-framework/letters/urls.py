from django.urls import path

from . import views

urlpatterns = [path("letters/", views.Letters.as_view())]
