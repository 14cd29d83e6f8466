import jwt_decode from "jwt-decode";

export const callerOf = (header) => jwt_decode(header.slice(7)).sub;
