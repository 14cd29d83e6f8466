terraform {
  backend "s3" {
    bucket = "state"
    key    = "records.tfstate"
    region = "eu-west-2"
    encrypt = true
  }
}
