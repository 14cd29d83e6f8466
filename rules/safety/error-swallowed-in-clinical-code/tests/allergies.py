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
