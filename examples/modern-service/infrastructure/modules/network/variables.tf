variable "name" {
  description = "Prefix of all names."
  type        = string
}

variable "cidr_block" {
  description = "Address range of the network."
  type        = string
}

variable "public_subnets" {
  description = "Zone to range of the subnets of the load balancer."
  type        = map(string)
}

variable "private_subnets" {
  description = "Zone to range of the subnets of the workloads."
  type        = map(string)
}

variable "data_subnets" {
  description = "Zone to range of the subnets of the database."
  type        = map(string)
}

variable "kms_key_arn" {
  description = "Key for logs."
  type        = string
}

variable "retention_days" {
  description = "Days to keep flow logs."
  type        = number
}
