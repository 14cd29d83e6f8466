resource "aws_security_group" "web" {
  ingress {
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["10.0.0.0/8"]
  }
}
resource "aws_s3_bucket" "data" {
  tags = { From = "net_override" }
}
module "topic" {
  name = "overridden-topic"
}
output "zone" {
  value = "zone ${var.zone}"
}
