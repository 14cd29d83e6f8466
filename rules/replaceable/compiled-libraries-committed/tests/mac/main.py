print("wards")
