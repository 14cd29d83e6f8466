import re

PHONE = re.compile(r"^0\d{10}$")


def isbn(text: str) -> bool:
    return sum(int(d) * w for d, w in zip(text, range(10, 0, -1))) % 11 == 0
