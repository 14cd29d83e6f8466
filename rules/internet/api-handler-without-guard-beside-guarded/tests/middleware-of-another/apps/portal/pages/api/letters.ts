export default async (req: Req, res: Res) => res.json(await letters(req.body.id));
