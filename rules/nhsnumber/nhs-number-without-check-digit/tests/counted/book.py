def check(isbn):
    return sum(int(d) * w for d, w in zip(isbn, range(10, 0, -1))) % 11 == 0
