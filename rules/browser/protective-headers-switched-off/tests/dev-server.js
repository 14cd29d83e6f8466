// ok: protective-headers-switched-off
app.use(helmet({ contentSecurityPolicy: false }));
