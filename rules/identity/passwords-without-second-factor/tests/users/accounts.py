def add(form):
    user = User.objects.create_user(form["email"])
    return user
