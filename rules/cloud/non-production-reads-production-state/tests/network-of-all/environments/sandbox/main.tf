data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { bucket = "platform-state", key = "core-network-services-production/terraform.tfstate" }
}
