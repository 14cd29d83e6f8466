terraform {
  required_version = ">= 1.10"

  backend "s3" {
    bucket = "state"
    key    = "beds.tfstate"
    region = "eu-west-2"
  }
}
