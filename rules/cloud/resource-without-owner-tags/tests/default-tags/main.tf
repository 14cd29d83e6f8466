provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = {
      CostCentre  = "129117"
      Programme   = "Vaccinations"
      Environment = terraform.workspace
    }
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
