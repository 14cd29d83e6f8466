# ruleid: nhs-number-in-route
@app.get("/records/{nhs_number}")
async def record(nhs_number: str) -> Record:
    return await find(nhs_number)


# ruleid: nhs-number-in-route
@bp.route("/patient/<string:nhs_number>/letters")
def letters(nhs_number):
    return render(nhs_number)


# ok: nhs-number-in-route
@app.post("/records/search")
async def search(wanted: Search) -> Record:
    return await find(wanted.nhs_number)


# ok: nhs-number-in-route
response = client.get(f"{pds}/Patient/{nhs_number}", timeout=5)
