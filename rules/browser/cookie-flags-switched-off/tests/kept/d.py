response.set_cookie("a", v, secure=True)
