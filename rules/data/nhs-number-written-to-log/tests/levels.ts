export function check(nhsNumber: string, digit: number) {
  // ok: nhs-number-written-to-log
  console.debug(`searching ${nhsNumber}`);
  // ok: nhs-number-written-to-log
  logger.log("debug", "searching", { nhsNumber });
  // ruleid: nhs-number-written-to-log
  console.log("debug", nhsNumber);
  if (digit !== Number(nhsNumber.slice(-1))) {
    // ok: nhs-number-written-to-log
    logger.error("Invalid nhsNumber check digit", {
      nhsNumber,
      digit,
    });
  }
  // ok: nhs-number-written-to-log
  logger.warn(`NHS number ${nhsNumber} is not valid`);
  // ruleid: nhs-number-written-to-log
  logger.warn(`Invalid NHS number status of ${nhsNumber}`);
  // ruleid: nhs-number-written-to-log
  logger.warn(`Invalid address, NHS number ${nhsNumber}`);
}
