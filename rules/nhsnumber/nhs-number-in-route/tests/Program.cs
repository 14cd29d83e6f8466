// ruleid: nhs-number-in-route
app.MapGet("/records/{nhsNumber}", Find);
