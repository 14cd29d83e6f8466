// review: installation-named-in-code
export const base = "https://a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com/live";
// ok: installation-named-in-code
export const other = process.env.API ?? "https://a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com/test";
// ok: installation-named-in-code
export const auth = process.env.AUTH || "https://trust.eu.auth0.com";
export const notify = "https://api.notifications.service.gov.uk";
