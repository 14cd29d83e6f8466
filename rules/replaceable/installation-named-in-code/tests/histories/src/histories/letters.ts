export const base = "https://a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com/live";
