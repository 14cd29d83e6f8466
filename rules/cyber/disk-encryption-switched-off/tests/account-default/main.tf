resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_instance" "worker" {
  ami = "ami-0"

  root_block_device {
    encrypted = false
  }
}
