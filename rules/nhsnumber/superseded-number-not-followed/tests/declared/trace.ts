export async function trace(nhsNumber: string) {
  return fetch(`${process.env.PDS_URL}/Patient/${nhsNumber}`);
}
