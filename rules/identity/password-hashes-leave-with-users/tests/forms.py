from django.forms import ModelForm


class UserForm(ModelForm):
    # ok: password-hashes-leave-with-users
    class Meta:
        model = User
        fields = "__all__"
