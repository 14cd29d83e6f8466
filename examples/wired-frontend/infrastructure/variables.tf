variable "vpc_id" {
  description = "Network in which the cluster and the database are."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a way to the internet, for the database."
  type        = list(string)
}
