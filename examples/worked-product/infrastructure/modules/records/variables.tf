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
  description = "Security group of those who may connect."
  type        = string
}

variable "protected" {
  description = "Whether the database refuses to be deleted."
  type        = bool
}
