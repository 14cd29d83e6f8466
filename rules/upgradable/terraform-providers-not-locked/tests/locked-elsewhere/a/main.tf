terraform {
  backend "s3" {
    bucket = "state"
    key    = "wards"
    region = "eu-west-2"
  }
}
