export function signedIn(res: Response, token: string) {
  // ruleid: sign-in-cookie-without-flags
  res.cookie('access_token', token, { maxAge: 86400000 });
  // ok: sign-in-cookie-without-flags
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: sign-in-cookie-without-flags
  res.cookie('session', token, options);
  // ok: sign-in-cookie-without-flags
  res.cookie('theme', 'dark');
}

export function signedOut(res: Response) {
  // ok: sign-in-cookie-without-flags
  res.cookie('jwt', 'no-longer-valid');
  // ruleid: sign-in-cookie-without-flags
  res.cookie('jwt', made);
}
