app.use(helmet({ contentSecurityPolicy: { directives } }));
