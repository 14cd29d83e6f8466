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
