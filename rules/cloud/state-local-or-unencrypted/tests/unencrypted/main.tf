terraform {
  backend "s3" {
    bucket  = "state"
    key     = "records.tfstate"
    encrypt = false
  }
}
