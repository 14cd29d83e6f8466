variable "name" {
  description = "Prefix of all names."
  type        = string
}

variable "domain_name" {
  description = "Public name of the service."
  type        = string
}

variable "zone_id" {
  description = "Public hosted zone."
  type        = string
}

variable "vpc_id" {
  description = "Network of the load balancer."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets."
  type        = list(string)
}

variable "ingress_group_id" {
  description = "Security group of the ingress controller."
  type        = string
}

variable "assets_bucket" {
  description = "Bucket of leaflets and style sheets."
  type        = object({ id = string, arn = string, domain_name = string })
}

variable "access_log_bucket" {
  description = "Bucket for access logs."
  type        = string
}
