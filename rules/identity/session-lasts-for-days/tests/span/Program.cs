options.IdleTimeout = TimeSpan.FromMinutes(15);
