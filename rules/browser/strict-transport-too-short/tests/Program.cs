// ok: strict-transport-too-short
app.UseHsts();
