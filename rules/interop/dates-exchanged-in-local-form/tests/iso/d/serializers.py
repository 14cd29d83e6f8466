class A(serializers.Serializer):
    starts = serializers.DateField(format="iso-8601")
