variable "source_of_data" {}
data "terraform_remote_state" "data" {
  backend = "s3"
  config  = { bucket = "trust-state", key = "${var.source_of_data}/data.tfstate", region = "eu-west-2" }
}
