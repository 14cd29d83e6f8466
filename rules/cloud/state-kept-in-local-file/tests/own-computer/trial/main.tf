terraform {
  backend "local" {}
}

resource "kind_cluster" "trial" {
  name = "trial"
}
