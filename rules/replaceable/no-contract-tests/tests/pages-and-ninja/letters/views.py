from ninja import Schema


class Letter(Schema):
    number: int
