export class App {
  keep(token: string, csrf: string) {
    // review: sign-in-token-in-local-storage
    localStorage.setItem(Keys.LoginTokenName, token);
    // ok: sign-in-token-in-local-storage
    localStorage.setItem('language', 'cy');
    // ok: sign-in-token-in-local-storage
    localStorage.setItem('pushDeviceToken', token);
    // ok: sign-in-token-in-local-storage
    localStorage.setItem('access_token_expires_at', String(Date.now() + 900_000));
    // ok: sign-in-token-in-local-storage
    localStorage.setItem('csrf-token', csrf);
    // localStorage.setItem('access_token', token);
  }
}
