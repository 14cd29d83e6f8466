import { expressjwt } from 'express-jwt';

// ruleid: token-signature-not-verified
app.use('/letters', expressjwt({ secret: '', algorithms: ['none'] }));
// ok: token-signature-not-verified
app.use('/records', expressjwt({ secret: keys, algorithms: ['RS256'] }));
