data "terraform_remote_state" "data" {
  backend = "gcs"
  config  = { bucket = "state", prefix = "prod/data" }
}
