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

export function take(request: Request) {
  if (mod11(request) !== 0) {
    // ok: nhs-number-written-to-log
    logger.warn("left out", {
      nhsNumber: request.nhsNumber,
    });
    throw new RangeError("not a valid NHS number");
  } else {
    // ruleid: nhs-number-written-to-log
    logger.info("taken", request.nhsNumber);
  }
  if (request.dated) {
    // ruleid: nhs-number-written-to-log
    logger.info("taken", request.nhsNumber);
    for (const other of request.others) {
      fail(other, "Invalid NHS number");
    }
  }
}
