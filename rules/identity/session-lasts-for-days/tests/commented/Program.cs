// options.IdleTimeout = TimeSpan.FromMinutes(10);
options.IdleTimeout = TimeSpan.FromMinutes(15);
