def check(nhs_number):
    return sum(int(d) * w for d, w in zip(nhs_number, range(10, 0, -1))) % 11 == 0
