resource "aws_vpc_security_group_egress_rule" "a" {
  ip_protocol = -1
  cidr_ipv6   = "::/0"
}
