# The numbers of these fixtures pass the check digit and lie between two ranges that are given out.
# review: nhs-number-that-may-be-real
patient = Patient(nhs_number="3150000009", name="A")

# review: nhs-number-that-may-be-real
assert_equal(record.nhs_number, "315 000 0017")

# The check digit does not fit.
# ok: nhs-number-that-may-be-real
refused = Patient(nhs_number="3150000018", name="B")

# The range for tests.
# ok: nhs-number-that-may-be-real
fixture = Patient(nhs_number="9990000018", name="C")

# Other numbers that are not given to people.
# ok: nhs-number-that-may-be-real
sandbox = Patient(nhs_number="9000000009", name="D")

# Ten times the same digit passes the sum, and is nobody's.
# ok: nhs-number-that-may-be-real
blank = Patient(nhs_number="4444444444", name="E")

# ok: nhs-number-that-may-be-real
made_up = Patient(nhs_number="777 777 7785", name="F")

# A number of the same kind beside other words is an order or a telephone.
# ok: nhs-number-that-may-be-real
order_number = "3150000009"

# ok: nhs-number-that-may-be-real
contact = {"nhs_number": None, "mobile": 3150000009}
