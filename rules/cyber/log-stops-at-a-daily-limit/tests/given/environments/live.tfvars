daily_quota_gb = 50
