import { jwtDecode } from 'jwt-decode';

export const allowed = (rights: string[]) => (req: Request, res: Response, next: NextFunction) => {
  res.locals.signedIn = { token: req.headers.authorization.slice(7) };
  // ok: token-read-before-verification
  const { authorities } = jwtDecode(res.locals.signedIn.token);
  if (!rights.some((right) => authorities.includes(right))) {
    return res.redirect('/not-allowed');
  }
  return next();
};
