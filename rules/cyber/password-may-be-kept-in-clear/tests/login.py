def sign_in(name, password):
    user = Staff.query.filter_by(name=name).first()
    # review: password-may-be-kept-in-clear
    if user.password == password:
        return user
    return None
