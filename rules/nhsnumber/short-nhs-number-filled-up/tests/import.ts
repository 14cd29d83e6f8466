export function read(row: Row): Patient {
  // ruleid: short-nhs-number-filled-up
  const number = row.nhsNumber.padStart(10, '0');
  // ok: short-nhs-number-filled-up
  const month = row.month.padStart(2, '0');
  return { number, month };
}
