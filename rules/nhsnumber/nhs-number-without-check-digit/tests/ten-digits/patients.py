import re

ORDER = re.compile(r"^\d{10}$")


def is_order(text: str) -> bool:
    return bool(ORDER.match(text))


NHS_NUMBER = re.compile(r"^\d{10}$")


def mask(text: str) -> str:
    return re.sub(r"nhs number \d{10}", "nhs number ***", text)
