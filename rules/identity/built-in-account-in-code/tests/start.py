def start(username, password):
    # ok: built-in-account-in-code
    if username == "admin" and password == "admin":
        raise SystemExit("the default password must be changed")
