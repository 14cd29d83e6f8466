export async function own(req: Request, res: Response) {
  const { payload } = await jwtVerify(bearer(req), keys, { audience: 'letters' });
  // ok: user-taken-from-a-header
  res.json(await letters.of(payload.sub));
}

// What this program sends on, once the token is verified.
export function send(request: Outgoing, user: User) {
  request.headers['X-User-Id'] = user.id;
  return next(request);
}
