@app.post("/sign-in")
def sign_in():
    user = Staff.query.filter_by(name=request.json["name"]).first()
    # ruleid: password-kept-in-clear
    if request.json["password"] == user.password:
        return session_of(user)
    return None
