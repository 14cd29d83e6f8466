from django.contrib import admin
from django.urls import path
from rest_framework.routers import DefaultRouter

from . import views

router = DefaultRouter()
admin.site.register(views.Letter)
urlpatterns = [path("letters/", views.letters)]
