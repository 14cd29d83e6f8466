export function find(nhsNumber: string) {
  // ruleid: nhs-number-written-to-log
  console.log(`searching ${nhsNumber}`);
  // ok: nhs-number-written-to-log
  console.log("searching");
}
