// ruleid: cookie-flags-switched-off
res.cookie("session", id, { httpOnly: true, secure: false });
// ok: cookie-flags-switched-off
res.cookie("session", id, { httpOnly: true, secure: true });
// a token that the page's script sends back must be readable
// ok: cookie-flags-switched-off
res.cookie("XSRF-TOKEN", token, { httpOnly: false, secure: true });
// ruleid: cookie-flags-switched-off
app.use(session({ secret, cookie: { httpOnly: false } }));
// ruleid: cookie-flags-switched-off
app.use(cookieSession({ keys, secure: false }));
// ruleid: cookie-flags-switched-off
app.use(cookieSession({ keys, httpOnly: false }));
// ok: cookie-flags-switched-off
app.use(session({ secret, cookie: { secure: process.env.NODE_ENV === "production" } }));
// ruleid: cookie-flags-switched-off
fastify.register(secureSession, { key, cookie: { secure: false } });
