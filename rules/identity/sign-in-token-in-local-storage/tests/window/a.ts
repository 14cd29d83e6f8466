export const keep = (t) => { window.localStorage.setItem('token', t); };
