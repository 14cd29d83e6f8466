urlpatterns = [
    # review: local-accounts-of-a-framework
    path("login/", auth_views.LoginView.as_view()),
    # ok: local-accounts-of-a-framework
    path("oidc/", include("mozilla_django_oidc.urls")),
]
