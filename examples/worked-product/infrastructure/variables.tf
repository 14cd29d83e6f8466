variable "postgres_version" {
  description = "Major version of PostgreSQL."
  type        = string
  default     = "13"
}

variable "vpc_id" {
  description = "Network of the platform, in which the cluster runs."
  type        = string
}

variable "data_subnet_ids" {
  description = "Subnets without a way to the internet, one in each zone."
  type        = list(string)
}

variable "cluster_node_group_id" {
  description = "Security group of the cluster's nodes."
  type        = string
}

variable "protect_records" {
  description = "Whether the database can be deleted; the pipeline of each environment says."
  type        = bool
}
