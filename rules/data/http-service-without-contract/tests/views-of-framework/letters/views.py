from rest_framework import generics


class Letters(generics.ListAPIView):
    queryset = None
