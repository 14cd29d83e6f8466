"""The NHS number: ten digits, kept as text, of which the last is a modulus 11 check digit."""

from __future__ import annotations

SYSTEM = "https://fhir.nhs.uk/Id/nhs-number"
WEIGHTS = range(10, 1, -1)


def normalise(text: str) -> str:
    """The number without the spaces and dashes that people write it with."""
    return "".join(character for character in text if character not in " -")


def is_valid(text: str) -> bool:
    """Whether the text is a well-formed NHS number.

    The first nine digits are weighted 10 down to 2. Eleven less the remainder of their sum is the check digit;
    11 stands for 0, and a number for which it would be 10 is never issued.
    """
    number = normalise(text)
    if len(number) != 10 or not (number.isascii() and number.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    check = 11 - total % 11
    if check == 11:
        check = 0
    return check != 10 and check == int(number[-1])


def display(number: str) -> str:
    """The number as people read it: three, three, four."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
