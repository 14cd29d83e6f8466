services.Configure<CookieAuthenticationOptions>(o => o.ExpireTimeSpan = TimeSpan.FromMinutes(10080));
services.AddSession(o => o.IdleTimeout = TimeSpan.FromHours(24));
