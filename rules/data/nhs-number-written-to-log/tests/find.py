import logging

logger = logging.getLogger(__name__)


def find(nhs_number, patient):
    # ruleid: nhs-number-written-to-log
    logger.info("searching for %s", nhs_number)
    # ruleid: nhs-number-written-to-log
    logger.error(f"no patient {patient.nhs_number}")
    # ok: nhs-number-written-to-log
    logger.info("the nhs_number is not valid")
    # ok: nhs-number-written-to-log
    logger.info("searching for %s", mask(nhs_number))


def other(number, nhs_number):
    # ok: nhs-number-written-to-log
    logger.info("found (%s)", number)
    store(number, nhs_number)
    # ruleid: nhs-number-written-to-log
    logger.info("found", extra={"patient": nhs_number})
    # logger.info("was %s", nhs_number)
    # ok: nhs-number-written-to-log
    logger.info(f"GET /patients/{{nhs_number}} took {duration}")
