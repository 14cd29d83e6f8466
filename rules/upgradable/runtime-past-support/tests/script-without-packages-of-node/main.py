def wards():
    return []
