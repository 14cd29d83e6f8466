"""Trusts of the country."""

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
    {
        "ods_code": "RAG",
        "name": "Trust 6",
    },
    {
        "ods_code": "RAH",
        "name": "Trust 7",
    },
    {
        "ods_code": "RAI",
        "name": "Trust 8",
    },
    {
        "ods_code": "RAJ",
        "name": "Trust 9",
    },
    {
        "ods_code": "RAK",
        "name": "Trust 10",
    },
    {
        "ods_code": "RAL",
        "name": "Trust 11",
    },
    {
        "ods_code": "RAM",
        "name": "Trust 12",
    },
    {
        "ods_code": "RAN",
        "name": "Trust 13",
    },
    {
        "ods_code": "RAO",
        "name": "Trust 14",
    },
    {
        "ods_code": "RAP",
        "name": "Trust 15",
    },
    {
        "ods_code": "RAQ",
        "name": "Trust 16",
    },
    {
        "ods_code": "RAR",
        "name": "Trust 17",
    },
    {
        "ods_code": "RAS",
        "name": "Trust 18",
    },
    {
        "ods_code": "RAT",
        "name": "Trust 19",
    },
    {
        "ods_code": "RAU",
        "name": "Trust 20",
    },
    {
        "ods_code": "RAV",
        "name": "Trust 21",
    },
    {
        "ods_code": "RAW",
        "name": "Trust 22",
    },
    {
        "ods_code": "RAX",
        "name": "Trust 23",
    },
    {
        "ods_code": "RAY",
        "name": "Trust 24",
    },
    {
        "ods_code": "RAZ",
        "name": "Trust 25",
    },
    {
        "ods_code": "RBA",
        "name": "Trust 26",
    },
    {
        "ods_code": "RBB",
        "name": "Trust 27",
    },
    {
        "ods_code": "RBC",
        "name": "Trust 28",
    },
    {
        "ods_code": "RBD",
        "name": "Trust 29",
    },
    {
        "ods_code": "RBE",
        "name": "Trust 30",
    },
    {
        "ods_code": "RBF",
        "name": "Trust 31",
    },
    {
        "ods_code": "RBG",
        "name": "Trust 32",
    },
]
