data "terraform_remote_state" "data" {
  backend = "s3"
  config  = { bucket = "trust-state", key = "production/data.tfstate" }
}
