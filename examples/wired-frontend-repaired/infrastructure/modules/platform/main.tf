variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

module "data" {
  source = "../data"

  name       = var.name
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids
}

output "records" {
  value = module.data.connection
}

output "records_password" {
  value     = module.data.password
  sensitive = true
}
