import https from "https";

export default {
  server: { proxy: { "/api": { agent: new https.Agent({ rejectUnauthorized: false }) } } },
};
