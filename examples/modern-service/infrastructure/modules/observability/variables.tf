variable "name" {
  description = "Prefix of all names."
  type        = string
}

variable "kms_key_arn" {
  description = "Key for logs and topics."
  type        = string
}

variable "trail_bucket" {
  description = "Locked bucket of the audit trail."
  type        = string
}

variable "retention_days" {
  description = "Days to keep logs."
  type        = number
}

variable "alarm_address" {
  description = "Mailbox of the on-call rota."
  type        = string
}

variable "database_id" {
  description = "Identifier of the database."
  type        = string
}

variable "load_balancer_arn" {
  description = "ARN suffix of the load balancer."
  type        = string
}
