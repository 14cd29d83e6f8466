def load(patient):
    try:
        patient.allergies = service.allergies(patient)
    # review: error-swallowed-in-clinical-code
    except Exception:
        pass
    try:
        import icons
    # ok: error-swallowed-in-clinical-code
    except ImportError:
        pass
    try:
        patient.check(patient.values["contained"][0])
    # ok: error-swallowed-in-clinical-code
    except (KeyError, IndexError):
        pass
    try:
        patient.check(patient.values["contained"][0])
    # review: error-swallowed-in-clinical-code
    except (KeyError, ServiceError):
        pass
    try:
        # The text may be a local number too.
        query = query.or_(patient.number == int(text))
    # ok: error-swallowed-in-clinical-code
    except ValueError:
        # No such number.
        pass
    try:
        query = query.or_(patient.number == int(text))
        patient.save(query)
    # review: error-swallowed-in-clinical-code
    except ValueError:
        pass
    try:
        patient.dose = service.dose(patient)
    # review: error-swallowed-in-clinical-code
    except ValueError:
        pass
