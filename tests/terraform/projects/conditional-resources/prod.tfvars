production = true
bastion    = "false"
log_bucket = "central-logs"
