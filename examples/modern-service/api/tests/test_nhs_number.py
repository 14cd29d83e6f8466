"""All numbers here are of the block 999, which is never issued to anybody."""

import pytest

from booking.nhs_number import display, is_valid, normalise


@pytest.mark.parametrize("number", ["9999999999", "999 000 0018", "999-000-0026", "9990000042"])
def test_accepts_numbers_with_the_right_check_digit(number: str) -> None:
    assert is_valid(number)


@pytest.mark.parametrize(
    "number",
    [
        "9990000019",  # wrong check digit
        "999000000",  # too short
        "99900000181",  # too long
        "999000001X",
        "",
        "٩٩٩٠٠٠٠٠١٨",  # digits of another script
    ],
)
def test_refuses_everything_else(number: str) -> None:
    assert not is_valid(number)


@pytest.mark.parametrize("digit", "0123456789")
def test_refuses_a_number_whose_check_digit_would_be_ten(digit: str) -> None:
    assert not is_valid("999000000" + digit)


def test_shows_the_number_in_three_groups() -> None:
    assert display(normalise("999-000-0018")) == "999 000 0018"
