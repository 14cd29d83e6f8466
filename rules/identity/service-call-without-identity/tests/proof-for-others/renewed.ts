export const form = {
  grant_type: "refresh_token",
  client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
};
