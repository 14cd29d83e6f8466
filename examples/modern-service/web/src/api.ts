/** The only way from the browser to anything else: the published API, the same that partners use (api/openapi.yaml). */

const BASE = "/api/v1";

export interface Slot {
  id: string;
  site: string;
  start: string;
}

interface Bundle {
  entry?: { resource: { id: string; start: string; comment?: string } }[];
}

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly correlationId: string | null,
  ) {
    super(`the booking service answered ${status}`);
  }
}

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`${BASE}${path}`, {
    ...init,
    credentials: "same-origin",
    signal: AbortSignal.timeout(10_000),
    headers: {
      Accept: "application/fhir+json",
      "Content-Type": "application/fhir+json",
      "X-Request-ID": crypto.randomUUID(),
    },
  });
  if (!response.ok) {
    throw new ApiError(response.status, response.headers.get("X-Correlation-ID"));
  }
  return (await response.json()) as T;
}

export async function findSlots(site: string, from: string): Promise<Slot[]> {
  const query = new URLSearchParams({ status: "free", start: `ge${from}`, "schedule.actor": `Location/${site}` });
  const bundle = await call<Bundle>(`/Slot?${query}`);
  return (bundle.entry ?? []).map(({ resource }) => ({
    id: resource.id,
    site: resource.comment ?? site,
    start: resource.start,
  }));
}

export async function book(slot: Slot): Promise<void> {
  await call("/Appointment", {
    method: "POST",
    body: JSON.stringify({
      resourceType: "Appointment",
      status: "booked",
      slot: [{ reference: `Slot/${slot.id}` }],
      participant: [{ actor: { reference: "Patient/me" }, status: "accepted" }],
    }),
  });
}
