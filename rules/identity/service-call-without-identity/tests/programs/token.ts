const body = {
  grant_type: "client_credentials",
};
