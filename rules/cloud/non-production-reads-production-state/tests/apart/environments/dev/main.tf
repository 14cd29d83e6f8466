data "terraform_remote_state" "data" {
  backend = "s3"
  config  = { bucket = "trust-state", key = "dev/data.tfstate", region = "eu-west-2" }
}
data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { bucket = "nonprod-state", key = "network.tfstate", region = "eu-west-2" }
}
