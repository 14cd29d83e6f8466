module "network" {
  # review: private-module-source
  source = "git::ssh://git@git.supplier.example/platform/network.git?ref=v2.4.0"
}

module "registry" {
  # review: private-module-source
  source  = "app.terraform.io/supplier/network/aws"
  version = "1.0.0"
}

module "public_registry" {
  # ok: private-module-source
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}

module "public_git" {
  # ok: private-module-source
  source = "git::https://github.com/NHSDigital/terraform-modules.git//sqs?ref=v1.2.0"
}

module "named_registry" {
  # ok: private-module-source
  source  = "registry.terraform.io/terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}

module "own" {
  # ok: private-module-source
  source = "./modules/own"
}

module "stored" {
  # review: private-module-source
  source = "s3::https://s3-eu-west-2.amazonaws.com/supplier-modules/network.zip"
}

module "national" {
  # ok: private-module-source
  source = "git@github.com:NHSDigital/terraform-modules.git//sqs?ref=v1.2.0"
}

module "editor" {
  # ok: private-module-source
  source  = "registry.coder.com/coder/cursor/coder"
  version = "1.4.0"
}
