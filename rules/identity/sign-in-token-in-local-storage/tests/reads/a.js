export const forget = () => localStorage.removeItem('access_token'); export const keep = (t) => sessionStorage.setItem('printer', t);
