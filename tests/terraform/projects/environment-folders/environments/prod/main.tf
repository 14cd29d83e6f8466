terraform {
  backend "s3" {
    bucket = "state-prod"
    key    = "appointments.tfstate"
    region = "eu-west-2"
  }
}
provider "aws" { region = "eu-west-2" }
variable "allowed" { type = list(string) }

module "stack" {
  source       = "../../stack"
  environment  = "prod"
  open_cidrs   = var.allowed
  backup_days  = 35
  alarm_topics = { oncall = "ops", service = "desk" }
}

output "endpoint" { value = module.stack.endpoint }
