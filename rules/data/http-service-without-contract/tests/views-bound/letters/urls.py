from django.urls import path

from .views import LetterViewSet

urlpatterns = [path("letters/", LetterViewSet.as_view({"get": "list"}))]
