variable "account_id" {
  description = "AWS account of this environment; production has one of its own."
  type        = string
}

variable "region" {
  description = "Region in which everything is stored and processed."
  type        = string
  default     = "eu-west-2"
}

variable "environment" {
  description = "Name of the environment."
  type        = string
  default     = "prod"
}

variable "availability_zones" {
  description = "Zones of the region that the service is spread over."
  type        = list(string)
  default     = ["eu-west-2a", "eu-west-2b", "eu-west-2c"]
}

variable "cidr_block" {
  description = "Address range of the network."
  type        = string
  default     = "10.40.0.0/16"
}

variable "domain_name" {
  description = "Public name of the service."
  type        = string
}

variable "zone_id" {
  description = "Public hosted zone of the service's name."
  type        = string
}

variable "postgres_version" {
  description = "Major version of PostgreSQL; minor versions are applied by AWS."
  type        = string
  default     = "16"
}

variable "kubernetes_version" {
  description = "Version of the cluster; raised within three months of each release."
  type        = string
  default     = "1.36"
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 365
}

variable "alarm_address" {
  description = "Mailbox of the on-call rota."
  type        = string
  default     = "on-call@hawthorn-health.example"
}
