export const keep = (t) => localStorage.setItem('access_token', t);
