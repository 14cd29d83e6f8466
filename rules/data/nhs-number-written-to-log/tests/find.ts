export function find(nhsNumber: string) {
  // ruleid: nhs-number-written-to-log
  console.log(`searching ${nhsNumber}`);
  // ok: nhs-number-written-to-log
  console.log("searching");
}

export async function merge(retained: Row, nhsNumber: string) {
  // ruleid: nhs-number-written-to-log
  console.error(`Not merged: ${retained.nhs_number.N} has episodes`);
  // ruleid: nhs-number-written-to-log
  logger.info("NHS number was superseded", {
    before: nhsNumber,
  });
  // ok: nhs-number-written-to-log
  logger.info(`NHS number is ${nhsNumber ? "known" : "missing"}`);
  // ok: nhs-number-written-to-log
  logger.info(`length of it: ${nhsNumber.length}`);
  // ok: nhs-number-written-to-log
  auditLogger.info("record read", { actor, nhsNumber });
}

export function read(raw: string) {
  const nhsNumber = maskIdentifier(raw);
  // ok: nhs-number-written-to-log
  logger.info(`searching ${nhsNumber}`);
}

// ok: nhs-number-written-to-log
logger.info(`GET /patients/{nhsNumber} called`);
// ruleid: nhs-number-written-to-log
logger.info("NHS number", {nhsNumber: `${nhsNumber}`});
