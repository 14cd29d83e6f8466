variable "subscription_id" {
  description = "Subscription of the environment."
  type        = string
}

variable "environment" {
  description = "test or live."
  type        = string
  default     = "live"
}

variable "location" {
  description = "Where everything is kept, unless it says otherwise itself."
  type        = string
  default     = "uksouth"
}

# Chosen when the pipeline runs; the files do not tell.
variable "kubernetes_version" {
  description = "Version of the cluster."
  type        = string
}

variable "database_zone_redundant" {
  description = "Whether the database has a standby in another zone."
  type        = bool
}

variable "archive_tls_version" {
  description = "Lowest TLS version that the archive's storage account takes."
  type        = string
}

variable "database_password" {
  description = "Password of the database's administrator."
  type        = string
  sensitive   = true
}
