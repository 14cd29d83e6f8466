export default async (req: Req, res: Res) => res.json(await change(req.body));
