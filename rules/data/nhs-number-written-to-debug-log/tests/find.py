import logging

logger = logging.getLogger(__name__)


def find(nhs_number, patient):
    # ruleid: nhs-number-written-to-debug-log
    logger.debug("searching for %s", nhs_number)
    # ruleid: nhs-number-written-to-debug-log
    logger.log(logging.DEBUG, f"no patient {patient.nhs_number}")
    # ok: nhs-number-written-to-debug-log
    logger.debug("Invalid NHS number %s", nhs_number)
    # ok: nhs-number-written-to-debug-log
    logger.error("no patient %s", nhs_number)


def search(params):
    # ok: nhs-number-written-to-debug-log
    logger.log(LogReference.SEARCH003, nhs_number=params.nhs_number)
    if not params.checked:
        # ok: nhs-number-written-to-debug-log
        logger.debug("left out: %s", params.nhs_number)
        raise ValueError("Invalid NHS number")
    # ruleid: nhs-number-written-to-debug-log
    logger.debug("taken: %s", params.nhs_number)
