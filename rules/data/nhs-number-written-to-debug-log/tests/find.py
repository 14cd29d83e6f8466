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
