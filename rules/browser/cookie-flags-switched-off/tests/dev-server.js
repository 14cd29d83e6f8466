// ok: cookie-flags-switched-off
app.use(session({ secret, cookie: { secure: false } }));
