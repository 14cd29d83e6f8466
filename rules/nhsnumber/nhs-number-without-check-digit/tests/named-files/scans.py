import re
from pathlib import PurePath


def is_named_well(file_name):
    nhs_number = "[0-9]{10}"
    return re.fullmatch(rf"scan_{nhs_number}_[0-9]+\.tif", file_name)


def parts_of(filename):
    page = r"(?P<page>[1-9][0-9]*)"
    pages = r"(?P<pages>[1-9][0-9]*)"
    name = r"(?P<name>[A-Za-z ]+)"
    nhs_number = r"(?P<nhs_number>\d{10})"
    born = r"(?P<born>[0-9]{8})"

    return re.fullmatch(rf"{page}of{pages}_{name}_{nhs_number}_{born}\.tif", filename)


def number_in(file_name):
    stem = PurePath(file_name).stem
    scan = re.compile(r"(?P<nhs_number>\d{10})_(?P<page>\d+)")
    found = scan.fullmatch(stem)
    return found["nhs_number"] if found else None
