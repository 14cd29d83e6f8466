// review: session-lasts-for-days
app.use(session({
  secret: process.env.SESSION_SECRET,
  cookie: { secure: true, maxAge: 30 * 24 * 60 * 60 * 1000 },
}));

// ok: session-lasts-for-days
app.use(express.static("public", { maxAge: 30 * 24 * 60 * 60 * 1000 }));

// ok: session-lasts-for-days
app.use(session({
  secret: process.env.SESSION_SECRET,
  cookie: { secure: true, maxAge: 20 * 60 * 1000 },
}));
