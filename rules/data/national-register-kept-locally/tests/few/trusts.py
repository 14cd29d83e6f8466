"""Trusts that take part in the pilot."""

TRUSTS = [
    {
        "ods_code": "RAA",
        "name": "Trust 0",
    },
    {
        "ods_code": "RAB",
        "name": "Trust 1",
    },
    {
        "ods_code": "RAC",
        "name": "Trust 2",
    },
    {
        "ods_code": "RAD",
        "name": "Trust 3",
    },
    {
        "ods_code": "RAE",
        "name": "Trust 4",
    },
    {
        "ods_code": "RAF",
        "name": "Trust 5",
    },
]
