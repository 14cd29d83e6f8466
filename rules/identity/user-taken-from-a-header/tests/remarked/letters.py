from flask_login import current_user


def own():
    # Before version 3 this was current_user.id of the browser's session.
    return Letter.query.filter_by(owner=current_user.id)
