variable "name" {
  description = "Prefix of all names."
  type        = string
}

variable "engine_version" {
  description = "Major version of PostgreSQL."
  type        = string
}

variable "vpc_id" {
  description = "Network of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Data subnets."
  type        = list(string)
}

variable "client_group_id" {
  description = "Security group of the only workload that may connect."
  type        = string
}

variable "kms_key_arn" {
  description = "Key for storage, backups and the master secret."
  type        = string
}

variable "backup_vault_days" {
  description = "Days that a recovery point is locked for."
  type        = number
}
