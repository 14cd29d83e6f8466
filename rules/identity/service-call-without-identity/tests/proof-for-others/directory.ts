export const form = {
  grant_type: "client_credentials",
  scope: "https://graph.microsoft.com/.default",
};
