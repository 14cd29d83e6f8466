// ruleid: every-origin-allowed-in-code
app.use(cors({ origin: true, credentials: true }));
