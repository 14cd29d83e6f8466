terraform {
  # ruleid: state-kept-in-local-file
  backend "local" {
    path = "/srv/state/terraform.tfstate"
  }
}
