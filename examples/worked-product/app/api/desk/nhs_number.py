"""The NHS number: ten digits, kept as text, the last of which is a modulus 11 check digit."""

from __future__ import annotations

SYSTEM = "https://fhir.nhs.uk/Id/nhs-number"


def is_valid(text: str) -> bool:
    """Whether the text is a well-formed NHS number.

    The first nine digits weigh 10 down to 2. Eleven less the remainder of their sum is the check digit; 11 stands for 0,
    and a number for which it would be 10 is never issued.
    """
    number = text.replace(" ", "")
    if len(number) != 10 or not (number.isascii() and number.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
    check = 11 - total % 11
    if check == 11:
        check = 0
    return check != 10 and check == int(number[-1])
