def check(number: str) -> bool:
    return len(number) == 10
