WARDS = [
    {
        "ward_code": "RAA",
        "name": "Trust 0",
    },
    {
        "ward_code": "RAB",
        "name": "Trust 1",
    },
    {
        "ward_code": "RAC",
        "name": "Trust 2",
    },
    {
        "ward_code": "RAD",
        "name": "Trust 3",
    },
    {
        "ward_code": "RAE",
        "name": "Trust 4",
    },
    {
        "ward_code": "RAF",
        "name": "Trust 5",
    },
    {
        "ward_code": "RAG",
        "name": "Trust 6",
    },
    {
        "ward_code": "RAH",
        "name": "Trust 7",
    },
    {
        "ward_code": "RAI",
        "name": "Trust 8",
    },
    {
        "ward_code": "RAJ",
        "name": "Trust 9",
    },
    {
        "ward_code": "RAK",
        "name": "Trust 10",
    },
    {
        "ward_code": "RAL",
        "name": "Trust 11",
    },
    {
        "ward_code": "RAM",
        "name": "Trust 12",
    },
    {
        "ward_code": "RAN",
        "name": "Trust 13",
    },
    {
        "ward_code": "RAO",
        "name": "Trust 14",
    },
    {
        "ward_code": "RAP",
        "name": "Trust 15",
    },
    {
        "ward_code": "RAQ",
        "name": "Trust 16",
    },
    {
        "ward_code": "RAR",
        "name": "Trust 17",
    },
    {
        "ward_code": "RAS",
        "name": "Trust 18",
    },
    {
        "ward_code": "RAT",
        "name": "Trust 19",
    },
    {
        "ward_code": "RAU",
        "name": "Trust 20",
    },
    {
        "ward_code": "RAV",
        "name": "Trust 21",
    },
    {
        "ward_code": "RAW",
        "name": "Trust 22",
    },
    {
        "ward_code": "RAX",
        "name": "Trust 23",
    },
    {
        "ward_code": "RAY",
        "name": "Trust 24",
    },
    {
        "ward_code": "RAZ",
        "name": "Trust 25",
    },
    {
        "ward_code": "RBA",
        "name": "Trust 26",
    },
    {
        "ward_code": "RBB",
        "name": "Trust 27",
    },
    {
        "ward_code": "RBC",
        "name": "Trust 28",
    },
    {
        "ward_code": "RBD",
        "name": "Trust 29",
    },
    {
        "ward_code": "RBE",
        "name": "Trust 30",
    },
    {
        "ward_code": "RBF",
        "name": "Trust 31",
    },
    {
        "ward_code": "RBG",
        "name": "Trust 32",
    },
    {
        "ward_code": "RBH",
        "name": "Trust 33",
    },
    {
        "ward_code": "RBI",
        "name": "Trust 34",
    },
    {
        "ward_code": "RBJ",
        "name": "Trust 35",
    },
    {
        "ward_code": "RBK",
        "name": "Trust 36",
    },
    {
        "ward_code": "RBL",
        "name": "Trust 37",
    },
    {
        "ward_code": "RBM",
        "name": "Trust 38",
    },
    {
        "ward_code": "RBN",
        "name": "Trust 39",
    },
]
