resource "aws_security_group" "records" {
  name = "records"
  ingress {
    from_port = 5432
    to_port   = 5432
    protocol  = "tcp"
    ipv6_cidr_blocks = ["2001:db8::/32"]
  }
}
