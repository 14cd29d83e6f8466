module "network" {
  # ruleid: module-source-not-pinned
  source = "git::https://github.com/example/terraform-network.git"
}

module "branch" {
  # ruleid: module-source-not-pinned
  source = "github.com/example/terraform-dns?ref=main"
}

module "registry" {
  # ruleid: module-source-not-pinned
  source = "terraform-aws-modules/vpc/aws"
}

module "pinned" {
  # ok: module-source-not-pinned
  source = "git::ssh://git@github.com/example/terraform-network.git//vpc?ref=v2.4.0"
}

module "registry_pinned" {
  # ok: module-source-not-pinned
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}

module "private_registry" {
  # ok: module-source-not-pinned
  source  = "app.terraform.io/example/vpc/aws"
  version = "~> 1.2"
}

module "own" {
  # ok: module-source-not-pinned
  source = "./modules/own"
}

# An archive has its version in its name, if it has one.
module "archive" {
  # ok: module-source-not-pinned
  source = "https://modules.example.org/terraform-vpc-1.4.2.zip"
}
