variable "default_tags" {
  type        = map(string)
  description = "A map of default tags for whatever can carry them"
  default     = {}
}

provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = merge(var.default_tags, { Project = "wards", Environment = "live" })
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
