export default async (req: Req, res: Res) => {
  const token = await getToken({ req });
  res.json(await letter(token.sub, req.query.id));
};
