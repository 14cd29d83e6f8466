from rest_framework import serializers


class UserSerializer(serializers.ModelSerializer):
    # ok: password-hashes-leave-with-users
    class Meta:
        model = User
        fields = "__all__"
        extra_kwargs = {"password": {"write_only": True}}
