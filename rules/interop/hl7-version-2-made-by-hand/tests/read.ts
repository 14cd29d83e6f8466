export function isHeader(segment: string) {
  // review: hl7-version-2-made-by-hand
  return segment === "MSH";
}
// ok: hl7-version-2-made-by-hand
export const NAME = "MSH";
// segment === "MSH" begins a message
