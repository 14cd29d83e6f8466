import { jwtDecode } from 'jwt-decode';

export const allowed = (rights: string[]) => (req: Request, res: Response, next: NextFunction) => {
  // ok: token-signature-not-verified
  const { authorities } = jwtDecode(res.locals.signedIn.token);
  if (!rights.some((right) => authorities.includes(right))) {
    return res.redirect('/not-allowed');
  }
  return next();
};
