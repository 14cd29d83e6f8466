variable "name" {
  description = "Prefix of all names."
  type        = string
}

variable "kubernetes_version" {
  description = "Version of the cluster."
  type        = string
}

variable "vpc_id" {
  description = "Network of the nodes."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets."
  type        = list(string)
}

variable "kms_key_arn" {
  description = "Key for Kubernetes secrets."
  type        = string
}

variable "secret_arns" {
  description = "Secrets that the API may read."
  type        = list(string)
}

variable "export_bucket_arn" {
  description = "Bucket that the API writes exports to."
  type        = string
}
