import axios from 'axios';

export async function patient(pdsUrl: string, body: object, settings: { nationalMeshAddress: string }, signal: AbortSignal) {
  // ruleid: national-service-called-without-timeout
  const first = await axios.get(`${process.env.PDS_URL}/Patient/1`);
  // ruleid: national-service-called-without-timeout
  await axios.post('https://api.service.nhs.uk/mesh', body);
  // ruleid: national-service-called-without-timeout
  await axios.put('https://api.service.nhs.uk/mesh', body);
  // ruleid: national-service-called-without-timeout
  await axios.patch('https://api.service.nhs.uk/mesh', body);
  // ruleid: national-service-called-without-timeout
  await axios.get('https://api.service.nhs.uk/mesh', { headers: {} });
  // ok: national-service-called-without-timeout
  await axios.get(process.env.FHIR_URL, { timeout: 5000 });
  // ok: national-service-called-without-timeout
  await axios.get(process.env.FHIR_URL, { signal });
  // ok: national-service-called-without-timeout
  await axios.get(process.env.FHIR_URL, { signal: AbortSignal.timeout(5000) });
  // ok: national-service-called-without-timeout
  await axios.get(process.env.FHIR_URL, settings);
  // ok: national-service-called-without-timeout
  await axios.put('https://api.service.nhs.uk/mesh', body, settings);
  // ok: national-service-called-without-timeout
  await axios.get('https://weather.example/today');
  // ok: national-service-called-without-timeout
  await axios.get('/timesheets/today');
  // ok: national-service-called-without-timeout
  await axios.get(`/meshes/${first}`);
  // ruleid: national-service-called-without-timeout
  await axios.get(settings.nationalMeshAddress);
  return first;
}

// ok: national-service-called-without-timeout
const pds = axios.create({ baseURL: process.env.PDS_URL, timeout: 5000 });

export function refused(fhirError: unknown) {
  // ok: national-service-called-without-timeout
  return axios.isAxiosError(fhirError);
}
