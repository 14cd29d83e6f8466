export const superUsers: string[] = [
// ok: rights-tied-to-a-persons-name
];
// review: rights-tied-to-a-persons-name
const adminEmails = new Set([
  "jane.doe@example.nhs.uk",
]);

export function mayMerge(claims: Claims) {
  // ok: rights-tied-to-a-persons-name
  return claims.nationalrbacaccess.nhsid_nrbac_roles.some((role) => role.code === "R8000");
}
