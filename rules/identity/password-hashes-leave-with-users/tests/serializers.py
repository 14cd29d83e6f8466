from rest_framework import serializers


class UserSerializer(serializers.ModelSerializer):
    # ruleid: password-hashes-leave-with-users
    class Meta:
        model = User
        fields = "__all__"


class WardSerializer(serializers.ModelSerializer):
    # ok: password-hashes-leave-with-users
    class Meta:
        model = Ward
        fields = "__all__"


class NamedSerializer(serializers.ModelSerializer):
    # ok: password-hashes-leave-with-users
    class Meta:
        model = User
        fields = ["id", "email"]
