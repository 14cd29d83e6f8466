wards()
