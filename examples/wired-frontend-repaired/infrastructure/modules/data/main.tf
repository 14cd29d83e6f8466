variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

module "postgres" {
  source = "../postgres"

  identifier = "${var.name}-records"
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids
}

output "connection" {
  value = {
    host     = module.postgres.address
    username = module.postgres.username
  }
}

output "password" {
  value     = module.postgres.password
  sensitive = true
}
