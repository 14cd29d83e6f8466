import { jwtDecode } from 'jwt-decode';

export function guard(req: Request, res: Response, next: NextFunction) {
  // ruleid: token-signature-not-verified
  req.caller = jwtDecode(req.headers.authorization);
  next();
}
