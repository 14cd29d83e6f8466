terraform {
  required_version = ">= 1.9"
  backend "s3" {
    bucket  = "state"
    key     = "records.tfstate"
    encrypt = false
  }
}
