/** Beds in use on a ward, for the occupancy board. */
export async function occupancy(ward) {
  const answer = await fetch(`${process.env.API_URL}/wards/${encodeURIComponent(ward)}/occupancy`);
  if (!answer.ok) {
    throw new Error(`the service answered ${answer.status}`);
  }
  return answer.json();
}
