def beds():
    # ok: sql-made-of-a-request
    rows("SELECT id FROM bed WHERE ward = %s", (request.args["ward"],))
    # ok: sql-made-of-a-request
    return f"No bed for {request.args['ward']}"
