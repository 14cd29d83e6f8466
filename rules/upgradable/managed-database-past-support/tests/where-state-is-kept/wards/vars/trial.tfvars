resource_group_name = "wards-trial"
