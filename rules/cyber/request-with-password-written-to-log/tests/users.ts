export async function update(req: Request, res: Response) {
  // review: request-with-password-written-to-log
  console.log(JSON.stringify(req.body));
}

export async function create(req: Request, res: Response) {
  const { name, password } = req.body;
  await users.add(name, await hash(password));
}
