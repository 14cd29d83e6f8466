# One of each kind: a list of numbers under a name that says what they are.
VALID_NHS_NUMS = [
    "999 000 0018",
    "315 000 1005",
    "315 000 1013",
]
ORDERS = [
    "315 000 1021",
]
