export class App {
  keep(token: string) {
    // review: sign-in-token-in-local-storage
    localStorage.setItem(Keys.LoginTokenName, token);
    // ok: sign-in-token-in-local-storage
    localStorage.setItem('language', 'cy');
    // ok: sign-in-token-in-local-storage
    localStorage.setItem('pushDeviceToken', token);
    // localStorage.setItem('access_token', token);
  }
}
