from rest_framework import serializers


class Appointment(serializers.Serializer):
    # review: dates-exchanged-in-local-form
    starts = serializers.DateTimeField(format="%d/%m/%Y %H:%M")
    # ok: dates-exchanged-in-local-form
    ends = serializers.DateTimeField(format="%Y-%m-%dT%H:%M:%S%z")
    # ok: dates-exchanged-in-local-form
    made = serializers.DateTimeField()


REST_FRAMEWORK = {
    # review: dates-exchanged-in-local-form
    "DATE_FORMAT": "%d/%m/%Y",
}
