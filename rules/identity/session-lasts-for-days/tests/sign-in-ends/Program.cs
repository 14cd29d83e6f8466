services.Configure<CookieAuthenticationOptions>(o => o.ExpireTimeSpan = TimeSpan.FromMinutes(int.Parse(Configuration["SignedInForMinutes"])));
services.AddSession(o => o.IdleTimeout = TimeSpan.FromHours(24));
