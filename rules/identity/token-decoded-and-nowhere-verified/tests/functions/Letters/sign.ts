import * as jwt from "jsonwebtoken";

export const signed = (claims, key) => jwt.sign(claims, key);
