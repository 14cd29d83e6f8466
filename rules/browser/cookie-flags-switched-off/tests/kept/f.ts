app.use(cookieSession({ keys, secure: true }));
