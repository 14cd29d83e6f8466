def fetch(number):
    # ruleid: nhs-number-searched-by-address
    return session.get(f"{BASE}/vaccinations?nhs_number={number}", timeout=5)


def found(number):
    # ok: nhs-number-searched-by-address
    return session.post(f"{BASE}/vaccinations/search", json={"nhs_number": number}, timeout=5)
