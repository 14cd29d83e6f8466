import { signedIn } from "../../lib/callers";

export default async (req, res) => {
  if (!(await signedIn(req))) return res.status(401).end();
  res.json(await discharge(req.body.id));
};
