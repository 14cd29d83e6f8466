export const provider = {
  client: { token_endpoint_auth_method: "private_key_jwt" },
};
