resource "aws_instance" "server" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"

  lifecycle {
    ignore_changes = [ami]
  }
}
