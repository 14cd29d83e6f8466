daily_quota_gb = 1
