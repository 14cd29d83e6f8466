from nhs_number import is_valid


def find(number: str) -> str | None:
    return number if is_valid(number) else None
