def sign_in(name, password):
    user = Staff.query.filter_by(name=name).first()
    # ruleid: password-kept-in-clear
    if user.password == password:
        return user
    return None
