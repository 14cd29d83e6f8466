class P:
    dose: Decimal
