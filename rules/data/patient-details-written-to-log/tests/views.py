def create(request):
    form = PatientForm(request.POST)
    if not form.is_valid():
        # review: patient-details-written-to-log
        logger.info(f"Refused: {form.errors}")
    # The names of the fields tell nobody's.
    return form


def find(patient):
    # ok: patient-details-written-to-log
    logger.info("patient %s found", patient.id)
