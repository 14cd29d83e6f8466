import passport from 'passport';
// review: local-accounts-of-a-framework
import { Strategy as LocalStrategy } from 'passport-local';
// ok: local-accounts-of-a-framework
import { Strategy as SamlStrategy } from '@node-saml/passport-saml';

// ok: local-accounts-of-a-framework
// export const auth = betterAuth({ emailAndPassword: { enabled: true } });
