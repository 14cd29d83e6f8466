/**
 * Signing in.
 */
/** @deprecated do not use */
export const open = () => keep("");
export const keep = (token: string) => localStorage.setItem("access_token", token);
