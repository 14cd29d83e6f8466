services.AddAuthentication().AddJwtBearer(options => options.Authority = issuer);
