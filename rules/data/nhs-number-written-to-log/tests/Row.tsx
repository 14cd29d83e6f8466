export function Row({ nhsNumber }: Props) {
  // ok: nhs-number-written-to-log
  console.log("row", nhsNumber);
  return <td>{nhsNumber}</td>;
}
