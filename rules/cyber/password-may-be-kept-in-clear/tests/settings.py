def changed(old, new):
    # ok: password-may-be-kept-in-clear
    return old.password_reset_at != new.password_reset_at
