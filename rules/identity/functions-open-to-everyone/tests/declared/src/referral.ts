import jwtDecode from "jwt-decode";

export const callerOf = (token: string) => jwtDecode(token);
