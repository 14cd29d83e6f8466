/**
 * @deprecated
 *
 * DO NOT USE - sign-in.service.ts keeps the session in a cookie.
 */
export const keep = (token: string) => localStorage.setItem("access_token", token);
