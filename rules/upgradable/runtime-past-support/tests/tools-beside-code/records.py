def record(number):
    return {"number": number}
