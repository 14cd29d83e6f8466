import { withApiAuth } from "../../lib/callers";

export default withApiAuth(async (req: Req, res: Res) => res.json(await beds()));
