variable "tags" {
  type    = map(string)
  default = {}
}

provider "aws" {
  region = "eu-west-2"
}

resource "aws_instance" "records" {
  ami  = "ami-0abc"
  tags = var.tags
}
