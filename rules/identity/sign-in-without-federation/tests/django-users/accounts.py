def add(user, first):
    user.set_password(first)
    user.save()
