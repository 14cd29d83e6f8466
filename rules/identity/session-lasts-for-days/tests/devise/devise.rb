config.timeout_in = 15.minutes
