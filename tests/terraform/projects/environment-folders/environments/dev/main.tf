terraform {
  backend "s3" {
    bucket = "state-dev"
    key    = "appointments.tfstate"
    region = "eu-west-2"
  }
}
provider "aws" { region = "eu-west-2" }

module "stack" {
  source      = "../../stack"
  environment = "dev"
  public      = true
  open_cidrs  = ["0.0.0.0/0"]
}

output "endpoint" { value = module.stack.endpoint }
