data "terraform_remote_state" "data" {
  backend = "s3"
  config  = { bucket = "trust-prod-state", key = "dev/data.tfstate" }
}
