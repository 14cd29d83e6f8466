import * as jwt from "jsonwebtoken";

export const callerOf = (token: string, key: string) => jwt.verify(token, key, { algorithms: ["RS256"] });
