provider "aws" {
  region = "eu-west-2"
}

resource "aws_instance" "records" {
  ami = "ami-0abc"

  lifecycle {
    ignore_changes = all
  }
}
