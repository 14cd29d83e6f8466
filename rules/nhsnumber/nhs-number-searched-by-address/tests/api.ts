export async function find(nhsNumber: string) {
  // ruleid: nhs-number-searched-by-address
  const answer = await fetch(`/api/appointments?nhsNumber=${nhsNumber}`);
  // ruleid: nhs-number-searched-by-address
  const other = await fetch('/api/appointments?page=1&nhs_number=' + nhsNumber);
  // ok: nhs-number-searched-by-address
  const posted = await fetch('/api/appointments/search', { method: 'POST', body: JSON.stringify({ nhsNumber }) });
  // The national search is defined so.
  // ok: nhs-number-searched-by-address
  const national = await fetch(`${base}/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`);
  // ok: nhs-number-searched-by-address
  const ward = await fetch(`/api/beds?ward=${ward}`);
  return { answer, other, posted, national };
}
