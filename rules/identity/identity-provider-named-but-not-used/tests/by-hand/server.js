const app = require("express")();
app.get("/patients", (request, response) => response.json([]));
app.get("/signed-in", async (request, response) => {
  const answer = await fetch("https://am.nhsidentity.spineservices.nhs.uk/openam/oauth2/access_token", {
    method: "POST",
    body: new URLSearchParams({ grant_type: "authorization_code", code: request.query.code }),
  });
  response.json(await answer.json());
});
