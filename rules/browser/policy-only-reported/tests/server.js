// review: policy-only-reported
app.use(helmet({ contentSecurityPolicy: { directives, reportOnly: true } }));
// ok: policy-only-reported
app.use(helmet({ contentSecurityPolicy: { directives, reportOnly: false } }));
