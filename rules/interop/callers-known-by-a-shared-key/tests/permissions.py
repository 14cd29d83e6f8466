class HasKey(BasePermission):
    def has_permission(self, request, view):
        # review: callers-known-by-a-shared-key
        if request.META.get("HTTP_X_API_KEY") in keys():
            return True
        raise PermissionDenied
