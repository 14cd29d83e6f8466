import https from "node:https";
import { Pool } from "pg";

if (settings.at === "trial") {
  const options = {
    key: readFileSync(settings.keyFile),
    cert: readFileSync(settings.certificateFile),
    requestCert: false,
    // ok: certificate-check-switched-off
    rejectUnauthorized: false,
  };
  https.createServer(options, app).listen(settings.port);
} else {
  https
    .createServer(
      {
        key: readFileSync(settings.keyFile),
        // ok: certificate-check-switched-off
        rejectUnauthorized: false,
      },
      (request, response) => {
        const letters = {
          host: "letters.wards.example",
          // ruleid: certificate-check-switched-off
          rejectUnauthorized: false,
        };
        https.get(letters, (page) => page.pipe(response));
      },
    )
    .listen(settings.port);
}

const records = {
  host: settings.records,
  // ruleid: certificate-check-switched-off
  rejectUnauthorized: false,
};
export const pool = new Pool({
  host: settings.database,
  ssl: {
    require: true,
    // ruleid: certificate-check-switched-off
    rejectUnauthorized: false,
  },
});

export const both = () => {
  const shared = {
    // ruleid: certificate-check-switched-off
    rejectUnauthorized: false,
  };
  https.get(shared, say);
  https.createServer(shared, app).listen(443);
};

export const proxied = httpProxy.createServer({
  target: "https://records.wards.example",
  // ruleid: certificate-check-switched-off
  rejectUnauthorized: false,
});

export const asked = () => {
  const options = {
    host: "records.wards.example",
    // ruleid: certificate-check-switched-off
    rejectUnauthorized: false,
  };
  return https.request(options, say);
};
