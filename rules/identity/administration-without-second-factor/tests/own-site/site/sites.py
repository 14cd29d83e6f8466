from two_factor.admin import AdminSiteOTPRequiredMixin


class Site(AdminSiteOTPRequiredMixin, AdminSite):
    pass
