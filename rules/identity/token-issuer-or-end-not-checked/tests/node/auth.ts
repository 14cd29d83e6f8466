const claims = jwt.verify(token, key, { ignoreExpiration: true });
const shown = { display: 'none' };
