export default async (req, res) => res.json(await wards(req.body));
