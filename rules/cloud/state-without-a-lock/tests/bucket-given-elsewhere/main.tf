terraform {
  backend "s3" {
    key    = "records.tfstate"
    region = "eu-west-2"
  }
}
