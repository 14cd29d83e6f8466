// grant_type: "client_credentials",
const body = { grant_type: "client_credentials" };
