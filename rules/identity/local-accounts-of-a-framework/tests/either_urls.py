from django.contrib.auth import views as auth_views

urlpatterns = [path("", home)]

if settings.AUTH_USE_ACTIVE_DIRECTORY:
    urlpatterns += [
        path("accounts/", include("django_auth_adfs.urls")),
    ]
else:
    urlpatterns += [
        # ok: local-accounts-of-a-framework
        path("accounts/login/", auth_views.LoginView.as_view()),
    ]

if settings.SHOW_HELP:
    urlpatterns += [path("help/", help)]
else:
    urlpatterns += [
        # review: local-accounts-of-a-framework
        path("staff/login/", auth_views.LoginView.as_view()),
    ]
