import * as jwt from "jsonwebtoken";

export default async function (context, req) {
  const caller = jwt.decode(req.headers["authorization"]);
  context.res = { body: await beds.of(caller.ward) };
}
