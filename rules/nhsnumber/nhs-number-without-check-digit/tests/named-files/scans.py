import re


def is_named_well(file_name):
    nhs_number = "[0-9]{10}"
    return re.fullmatch(rf"scan_{nhs_number}_[0-9]+\.tif", file_name)
