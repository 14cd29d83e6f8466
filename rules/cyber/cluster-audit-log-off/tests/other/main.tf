variable "enabled_log_types" {}
