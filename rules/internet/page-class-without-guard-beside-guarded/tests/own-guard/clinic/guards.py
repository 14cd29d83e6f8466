from django.contrib.auth.mixins import AccessMixin


class ClinicAccessMixin(AccessMixin):
    def dispatch(self, request, *args, **kwargs):
        if request.user.clinic is None:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)
