terraform {
  # ruleid: state-local-or-unencrypted
  backend "local" {
    path = "/srv/state/terraform.tfstate"
  }
}
