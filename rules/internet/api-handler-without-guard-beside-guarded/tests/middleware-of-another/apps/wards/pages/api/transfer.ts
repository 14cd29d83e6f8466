import { logged } from "../../lib/middleware";

export default logged(async (req: Req, res: Res) => res.json(await transfer(req.body.id)));
