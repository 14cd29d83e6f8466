import { jwtDecode } from 'jwt-decode';

// ruleid: token-signature-not-verified
const rightsOf = (token: string) => jwtDecode(token).authorities;

export const both = (req: Request, res: Response, next: NextFunction) => {
  res.locals.rights = rightsOf(bearer(req));
  next();
};
