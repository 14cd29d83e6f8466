// review: script-calls-local-program
const agent = new WebSocket("wss://localhost:8443/print");
// ok: script-calls-local-program
const live = new WebSocket("wss://records.example.org/live");
// new WebSocket("wss://localhost:8443/print")
// ok: script-calls-local-program
const base = process.env.API_URL || "http://localhost:3000";
