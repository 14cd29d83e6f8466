urlpatterns = [
    # ruleid: nhs-number-in-route
    path("records/<str:nhs_number>/", views.record),
]
