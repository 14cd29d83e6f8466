export default async (req: Req, res: Res) => res.json(await keep(req.body));
