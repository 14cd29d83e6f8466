# review: nhs-number-as-proof-of-identity
def login(nhs_number, date_of_birth):
    return open_session(patients.find(nhs_number, date_of_birth))


# review: nhs-number-as-proof-of-identity
user.set_password(patient.nhs_number)


# A second thing is asked for.
# ok: nhs-number-as-proof-of-identity
def sign_in(nhs_number, date_of_birth, one_time_code):
    return open_session(one_time_code)


# Finding a record is not opening it.
# ok: nhs-number-as-proof-of-identity
def match(nhs_number, date_of_birth):
    return patients.find(nhs_number, date_of_birth)


# ok: nhs-number-as-proof-of-identity
def log_in(nhs_number, password):
    return open_session(password)


# ok: nhs-number-as-proof-of-identity
def authenticate(date_of_birth, postcode):
    return None


# ok: nhs-number-as-proof-of-identity
number = urllib.encode(nhs_number)
# ok: nhs-number-as-proof-of-identity
# user.set_password(patient.nhs_number)
