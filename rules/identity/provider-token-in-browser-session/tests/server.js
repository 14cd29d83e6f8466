import session from "express-session";

export function signedIn(request, tokens) {
  // ok: provider-token-in-browser-session
  request.session.accessToken = tokens.access_token;
}
