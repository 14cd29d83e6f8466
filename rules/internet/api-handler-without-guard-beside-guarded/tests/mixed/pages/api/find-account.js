export default async (req, res) => {
  res.json(await findAccount(req.body.email));
};
