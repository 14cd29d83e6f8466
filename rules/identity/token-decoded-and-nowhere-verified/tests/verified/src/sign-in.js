import { jwtVerify } from "jose";

export const checked = (token) => jwtVerify(token, keys, { issuer, audience });
