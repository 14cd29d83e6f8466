from rest_framework import viewsets


class LetterViewSet(viewsets.ModelViewSet):
    queryset = None
