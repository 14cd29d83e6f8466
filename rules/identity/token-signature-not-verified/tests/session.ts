import { jwtDecode } from 'jwt-decode';

// In the browser: whether the user has to sign in again.
export const hasEnded = (token: string): boolean => {
  const { exp } = jwtDecode(token);
  return exp * 1000 <= Date.now();
};
