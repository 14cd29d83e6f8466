from django.contrib.auth.mixins import PermissionRequiredMixin, UserPassesTestMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.views.generic import DetailView
from django.views.generic.edit import CreateView, DeleteView, UpdateView


class ReferralDetail(UserPassesTestMixin, DetailView):
    model = Referral

    def test_func(self):
        return self.request.user.is_clinician


class ReferralCreate(PermissionRequiredMixin, SuccessMessageMixin, CreateView):
    model = Referral
    permission_required = "referrals.add_referral"


class ReferralUpdate(SuccessMessageMixin, UpdateView):
    model = Referral
    fields = ["urgency", "reason"]


class ReferralDelete(PermissionRequiredMixin, DeleteView):
    model = Referral
    permission_required = "referrals.delete_referral"
