@app.get("/beds")
def beds():
    # ruleid: sql-made-of-a-request
    return rows(f"SELECT id FROM bed WHERE ward = {request.args['ward']}")
