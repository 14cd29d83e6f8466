const csp = { "default-src": ["https://auth.login.nhs.uk"] };
const issuer = "https://auth.login.nhs.uk";
