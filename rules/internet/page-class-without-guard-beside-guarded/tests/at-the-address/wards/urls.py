from django.contrib.auth.decorators import login_required

urlpatterns = [path("inpatients", login_required(views.InpatientsView.as_view()))]
