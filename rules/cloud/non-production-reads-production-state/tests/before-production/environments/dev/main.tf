data "terraform_remote_state" "data" {
  backend = "s3"
  config  = { bucket = "trust-pre-prod-state", key = "data.tfstate" }
}
