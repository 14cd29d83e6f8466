def sign_in(username, password):
    # ruleid: built-in-account-in-code
    if username == "superuser" and password == "not-a-real-one":
        return everything()
    # ok: built-in-account-in-code
    if username == settings.USERNAME and password == settings.PASSWORD:
        return something()
    # ok: built-in-account-in-code
    # if username == "superuser" and password == "not-a-real-one":
    return None
