from rest_framework.routers import DefaultRouter

from . import views

router = DefaultRouter()
router.register("letters", views.LetterViewSet)
urlpatterns = router.urls
