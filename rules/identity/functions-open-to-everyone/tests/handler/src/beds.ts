import { app } from "@azure/functions";

app.http("beds", {
  methods: ["GET"],
  authLevel: "anonymous",
  handler: async () => ({ jsonBody: await beds.all() }),
});
