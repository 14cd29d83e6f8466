def changed(old, new):
    # ok: password-kept-in-clear
    return old.password_reset_at != new.password_reset_at
