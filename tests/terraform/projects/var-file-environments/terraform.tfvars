log_days = 30
