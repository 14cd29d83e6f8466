export class Settings {
  // Replaced by what is read when the program starts.
  // ok: installation-named-in-code
  auth = { clientId: "test", domain: "test.auth0.com", secret: "s" };
  vault = "https://my-vault.vault.azure.net";
  // review: installation-named-in-code
  queue = "https://test-wards.servicebus.windows.net";
}
