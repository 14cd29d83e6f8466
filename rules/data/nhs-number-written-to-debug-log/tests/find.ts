export function find(nhsNumber: string) {
  // ruleid: nhs-number-written-to-debug-log
  console.debug(`searching ${nhsNumber}`);
  // ruleid: nhs-number-written-to-debug-log
  log.verbose("searching", { nhsNumber });
  // ruleid: nhs-number-written-to-debug-log
  logger.log({ level: "debug", message: "searching", nhsNumber });
  // ok: nhs-number-written-to-debug-log
  console.log("debug", nhsNumber);
  // ok: nhs-number-written-to-debug-log
  console.log(`searching ${nhsNumber}`);
}
