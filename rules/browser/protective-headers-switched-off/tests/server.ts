// ruleid: protective-headers-switched-off
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: protective-headers-switched-off
app.use(helmet({ frameguard: false, hsts: true }));
// ruleid: protective-headers-switched-off
app.use(helmet({ hidePoweredBy: true, xFrameOptions: false }));
// ruleid: protective-headers-switched-off
app.use(helmet({ noSniff: false }));
// the edge ends TLS and sets it
// ok: protective-headers-switched-off
app.use(helmet({ hsts: false }));
// ok: protective-headers-switched-off
app.use(helmet({ frameguard: false, contentSecurityPolicy: { directives: { frameAncestors: ["https://host.example.org"] } } }));
// ok: protective-headers-switched-off
app.use(helmet());
// ok: protective-headers-switched-off
app.use(helmet({ contentSecurityPolicy: { directives } }));
// ruleid: protective-headers-switched-off
res.setHeader("X-Frame-Options", "ALLOWALL");
// ok: protective-headers-switched-off
res.setHeader("X-Frame-Options", "DENY");
