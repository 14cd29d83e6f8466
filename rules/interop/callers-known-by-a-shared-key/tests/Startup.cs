// ok: callers-known-by-a-shared-key
services.AddAuthentication().AddJwtBearer(options => options.Authority = issuer);
