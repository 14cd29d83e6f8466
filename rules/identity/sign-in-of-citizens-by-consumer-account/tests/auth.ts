// ok: sign-in-of-citizens-by-consumer-account
const issuer = 'https://auth.login.nhs.uk';
// review: sign-in-of-citizens-by-consumer-account
const other = 'https://accounts.google.com/.well-known/openid-configuration';
// ok: sign-in-of-citizens-by-consumer-account
const fonts = 'https://fonts.googleapis.com/css2';
// ok: sign-in-of-citizens-by-consumer-account
const help = 'https://support.google.com/accounts';
// ok: sign-in-of-citizens-by-consumer-account
const calendar = 'https://accounts.google.com/o/oauth2/v2/auth?scope=calendar';
export const options = {
  providers: [
    // review: sign-in-of-citizens-by-consumer-account
    FacebookProvider({ clientId: process.env.FACEBOOK_ID }),
    // ok: sign-in-of-citizens-by-consumer-account
    NhsLoginProvider({ clientId: process.env.NHS_LOGIN_ID }),
    // ok: sign-in-of-citizens-by-consumer-account
    // GoogleProvider({ clientId: process.env.GOOGLE_ID }),
  ],
};
