app.use(session({ secret, cookie: { secure: true } }));
