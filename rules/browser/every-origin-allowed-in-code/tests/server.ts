// ruleid: every-origin-allowed-in-code
app.use(cors({ origin: true, credentials: true }));
// ruleid: every-origin-allowed-in-code
app.use(cors({ credentials: true, origin: true }));
// ruleid: every-origin-allowed-in-code
app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));
// ruleid: every-origin-allowed-in-code
app.use(cors({ origin: /.*/, credentials: true }));
// ruleid: every-origin-allowed-in-code
app.enableCors({ origin: true, credentials: true });
// ruleid: every-origin-allowed-in-code
fastify.register(corsPlugin, { origin: true, credentials: true });
// public reference data
// ok: every-origin-allowed-in-code
app.use(cors({ origin: true }));
// ok: every-origin-allowed-in-code
app.use(cors());
// ok: every-origin-allowed-in-code
app.use(cors({ origin: ["https://clinic.example.org"], credentials: true }));
// ok: every-origin-allowed-in-code
app.use(cors({ origin: "https://clinic.example.org", credentials: true }));
// ruleid: every-origin-allowed-in-code
res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
res.setHeader("Access-Control-Allow-Credentials", "true");
